package org.homeward.sms.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.homeward.sms.DeliveryStatus;
import org.homeward.sms.InboundText;
import org.homeward.sms.OptOutType;
import org.homeward.sms.StatusReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioWebhooksTest {

  private static final String SID = "SM1f0e8ae6ade43cb3c0ce4525424e404f";
  private static final String INBOUND =
      "ToCountry=US&ToState=DC&SmsMessageSid=SM1f0e8ae6ade43cb3c0ce4525424e404f&NumMedia=0&ToCity="
          + "&FromZip=20001&SmsSid=SM1f0e8ae6ade43cb3c0ce4525424e404f&FromState=DC"
          + "&SmsStatus=received&FromCity=WASHINGTON&Body=+1+%0A&FromCountry=US"
          + "&To=%2B12025550100&ToZip=&NumSegments=1"
          + "&MessageSid=SM1f0e8ae6ade43cb3c0ce4525424e404f"
          + "&AccountSid=AC00000000000000000000000000000001&From=%2B12025550147"
          + "&ApiVersion=2010-04-01";
  private static final String STATUS =
      "SmsSid=SM1f0e8ae6ade43cb3c0ce4525424e404f&SmsStatus=delivered&MessageStatus=delivered"
          + "&To=%2B12025550147&MessageSid=SM1f0e8ae6ade43cb3c0ce4525424e404f"
          + "&AccountSid=AC00000000000000000000000000000001&From=%2B12025550100"
          + "&ApiVersion=2010-04-01";

  private final TwilioWebhooks webhooks = new TwilioWebhooks("12345");

  @Test
  void anInboundTextIsReadAsItWasWritten() {
    assertEquals(
        Optional.of(
            new InboundText(SID, "+12025550147", "+12025550100", " 1 \n", 0, Optional.empty())),
        webhooks.inbound(form(INBOUND)));
  }

  @Test
  void aPictureAloneIsAnInboundTextWithoutWords() {
    Map<String, String> form = form(INBOUND);
    form.put("MessageSid", SID.replace("SM", "MM"));
    form.put("Body", "");
    form.put("NumMedia", "2");
    form.put("MediaUrl0", "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1");
    InboundText text = webhooks.inbound(form).orElseThrow();
    assertEquals(2, text.mediaCount());
    assertEquals("", text.body());
    assertEquals(SID.replace("SM", "MM"), text.carrierId());
  }

  @ParameterizedTest
  @CsvSource({"STOP, STOP", "START, START", "HELP, HELP", "PAUSE,", "'',"})
  void whatTheCarrierHasRepliedToItselfIsMarked(String said, OptOutType type) {
    Map<String, String> form = form(INBOUND + "&OptOutType=" + said);
    assertEquals(Optional.ofNullable(type), webhooks.inbound(form).orElseThrow().optOut());
  }

  @Test
  void theMessagingServiceOfTheNumberIsTold() {
    String service = "MG00000000000000000000000000000001";
    Map<String, String> form = form(INBOUND + "&MessagingServiceSid=" + service);
    assertEquals(Optional.of(service), webhooks.inbound(form).orElseThrow().service());
  }

  @ParameterizedTest
  @CsvSource({
    "MessageSid, ''",
    "MessageSid, SM123",
    "MessageSid, '../../etc/passwd'",
    "From, ''",
    "From, +1 202 555 0147",
    "To, not-a-number",
    "NumMedia, many",
    "NumMedia, -1"
  })
  void aMalformedInboundTextIsNone(String name, String value) {
    Map<String, String> form = form(INBOUND);
    assertTrue(webhooks.inbound(form).isPresent());
    form.put(name, value);
    assertEquals(Optional.empty(), webhooks.inbound(form));
  }

  @ParameterizedTest
  @ValueSource(strings = {"MessageSid", "From", "To"})
  void anInboundTextThatLacksSomethingIsNone(String name) {
    Map<String, String> form = form(INBOUND);
    form.remove(name);
    assertEquals(Optional.empty(), webhooks.inbound(form));
  }

  @Test
  void aStatusReportIsNoInboundText() {
    assertEquals(Optional.empty(), webhooks.inbound(form(STATUS)));
    assertEquals(Optional.empty(), webhooks.status(form(INBOUND)));
  }

  @ParameterizedTest
  @CsvSource({
    "accepted, QUEUED",
    "scheduled, QUEUED",
    "queued, QUEUED",
    "sending, SENDING",
    "sent, SENT",
    "delivered, DELIVERED",
    "read, DELIVERED",
    "undelivered, UNDELIVERED",
    "failed, FAILED",
    "canceled, FAILED"
  })
  void aStatusIsReadFromTwiliosWord(String word, DeliveryStatus status) {
    Map<String, String> form = form(STATUS);
    form.put("MessageStatus", word);
    assertEquals(
        Optional.of(new StatusReport(SID, status, Optional.empty())), webhooks.status(form));
  }

  @ParameterizedTest
  @ValueSource(strings = {"teleported", "receiving", "received", "", "DELIVERED"})
  void aStatusThatWeDoNotKnowIsNone(String word) {
    Map<String, String> form = form(STATUS);
    form.put("MessageStatus", word);
    assertEquals(Optional.empty(), webhooks.status(form));
  }

  @Test
  void aFailedTextCarriesItsErrorCode() {
    Map<String, String> form = form(STATUS);
    form.put("MessageStatus", "undelivered");
    form.put("ErrorCode", "30005");
    assertEquals(
        Optional.of(new StatusReport(SID, DeliveryStatus.UNDELIVERED, Optional.of(30005))),
        webhooks.status(form));
  }

  /**
   * Twilio's own worked example of a signature, in the tests of its libraries: the token, address,
   * parameters and signature are theirs.
   */
  @Test
  void twiliosOwnExampleIsAuthentic() {
    Map<String, String> call = new HashMap<>();
    call.put("CallSid", "CA1234567890ABCDE");
    call.put("Caller", "+14158675309");
    call.put("Digits", "1234");
    call.put("From", "+14158675309");
    call.put("To", "+18005551212");
    URI url = URI.create("https://mycompany.com/myapp.php?foo=1&bar=2");
    assertTrue(webhooks.authentic(url, call, "RSOYDt4T1cUTdK1PDd93/VVr8B8="));
    call.put("Digits", "12345");
    assertFalse(webhooks.authentic(url, call, "RSOYDt4T1cUTdK1PDd93/VVr8B8="));
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new HashMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      form.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
    }
    return form;
  }

  private static String decoded(String value) {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }
}
