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
            .put("body", text.kept().words() ? text.body() : "")
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
            .put("to", text.kept().number() ? text.to() : text.to().replaceFirst("....$", "XXXX"))
            .put("uri", uri + ".json");
    message.putObject("subresource_uris").put("media", uri + "/Media.json");
    return message;
  }

  /** The numbers of a messaging service, as Twilio's messaging API lists them. */
  static ObjectNode numbers(String service, String number, String accountSid) {
    ObjectNode answer = JSON.createObjectNode();
    String url = "https://messaging.twilio.com/v1/Services/" + service + "/PhoneNumbers";
    answer
        .putArray("phone_numbers")
        .addObject()
        .put("sid", "PN" + "0".repeat(32))
        .put("account_sid", accountSid)
        .put("service_sid", service)
        .put("phone_number", number)
        .put("country_code", "US")
        .put("url", url);
    answer
        .putObject("meta")
        .put("page", 0)
        .put("page_size", 50)
        .put("first_page_url", url)
        .putNull("previous_page_url")
        .put("url", url)
        .putNull("next_page_url")
        .put("key", "phone_numbers");
    return answer;
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
