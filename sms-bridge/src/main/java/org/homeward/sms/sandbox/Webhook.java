package org.homeward.sms.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.homeward.sms.Segments;

/** What the carrier posts to the service, in Twilio's words. */
final class Webhook {

  private final SignedPost post;
  private final String accountSid;
  private volatile URI publicUrl;

  Webhook(SignedPost post, String accountSid, URI publicUrl) {
    this.post = post;
    this.accountSid = accountSid;
    this.publicUrl = publicUrl;
  }

  void publicUrl(URI url) {
    this.publicUrl = url;
  }

  URI publicUrl() {
    return publicUrl;
  }

  /** Posts a text from a phone, and says for the page how that ended. */
  String inbound(SandboxText text) throws InterruptedException {
    Map<String, String> form = common(text, "received");
    form.put("SmsMessageSid", text.sid());
    form.put("NumMedia", "0");
    form.put("NumSegments", Integer.toString(Segments.of(text.body()).count()));
    form.put("Body", text.body());
    form.put("FromCountry", "US");
    form.put("FromState", "");
    form.put("FromCity", "");
    form.put("FromZip", "");
    form.put("ToCountry", "US");
    form.put("ToState", "");
    form.put("ToCity", "");
    form.put("ToZip", "");
    if (text.optOut() != null) {
      form.put("OptOutType", text.optOut().name());
    }
    try {
      int status = post.post(at("/sms/twilio/inbound"), form).statusCode();
      return status < 300 ? "received by Homeward" : "Homeward answered " + status;
    } catch (IOException e) {
      return "Homeward could not be reached";
    }
  }

  /** Posts a status of a text to the address that came with it. What is answered makes no odds. */
  void status(SandboxText text, String status) throws InterruptedException {
    URI address = text.statusCallback();
    if (address == null) {
      return;
    }
    Map<String, String> form = common(text, status);
    form.put("MessageStatus", status);
    if (text.errorCode() != null && status.equals(text.status())) {
      form.put("ErrorCode", text.errorCode().toString());
      form.put("ErrorMessage", ApiError.of(text.errorCode()).message());
    }
    try {
      post.post(address, form);
    } catch (IOException e) {
      System.err.println("A status report of " + text.sid() + " could not be delivered");
    }
  }

  HttpResponse<String> dueNow() throws IOException, InterruptedException {
    return post.post(at("/sms/sandbox/due-now"), Map.of("AccountSid", accountSid));
  }

  private Map<String, String> common(SandboxText text, String status) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("MessageSid", text.sid());
    form.put("SmsSid", text.sid());
    form.put("SmsStatus", status);
    form.put("AccountSid", accountSid);
    form.put("ApiVersion", "2010-04-01");
    form.put("From", text.from());
    form.put("To", text.to());
    if (text.service() != null) {
      form.put("MessagingServiceSid", text.service());
    }
    return form;
  }

  private URI at(String path) {
    return URI.create(publicUrl.toString().replaceFirst("/+$", "") + path);
  }
}
