package org.homeward.sms.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.homeward.sms.Segments;
import org.jspecify.annotations.Nullable;

/** Messages and errors as Twilio's REST API writes them. */
final class MessagesJson {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final DateTimeFormatter RFC_2822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.US)
          .withZone(ZoneOffset.UTC);

  private MessagesJson() {}

  static ObjectNode message(SandboxText text, String accountSid) {
    String uri = "/2010-04-01/Accounts/" + accountSid + "/Messages/" + text.sid();
    boolean unassigned = text.service() != null && text.status().equals("accepted");
    ObjectNode message =
        JSON.createObjectNode()
            .put("account_sid", accountSid)
            .put("api_version", "2010-04-01")
            .put("body", text.body())
            .put("date_created", date(text.createdAt()))
            .put("date_sent", date(text.sentAt()))
            .put("date_updated", date(text.sentAt() == null ? text.createdAt() : text.sentAt()))
            .put("direction", text.toPhone() ? "outbound-api" : "inbound")
            .put("error_code", text.errorCode())
            .put(
                "error_message",
                text.errorCode() == null ? null : ApiError.of(text.errorCode()).message())
            .put("from", unassigned ? null : text.from())
            .put("messaging_service_sid", text.service())
            .put("num_media", "0")
            .put("num_segments", Integer.toString(Segments.of(text.body()).count()))
            .putNull("price")
            .put("price_unit", "USD")
            .put("sid", text.sid())
            .put("status", text.status())
            .put("to", text.to())
            .put("uri", uri + ".json");
    message.putObject("subresource_uris").put("media", uri + "/Media.json");
    return message;
  }

  static ObjectNode error(ApiError error) {
    return JSON.createObjectNode()
        .put("code", error.code())
        .put("message", error.message())
        .put("more_info", "https://www.twilio.com/docs/errors/" + error.code())
        .put("status", error.status());
  }

  private static @Nullable String date(@Nullable Instant instant) {
    return instant == null ? null : RFC_2822.format(instant);
  }
}
