package org.homeward.sms.sandbox;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.homeward.sms.twilio.TwilioWebhooks;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sandbox signs, Twilio's own validator checks. */
@DisplayName("Trap 28: signatures cover every parameter, untrimmed, and the public address")
class SignatureTest {

  private static final String TOKEN = "d3b07384d113edec49eaa6238ad5ff00";
  private static final URI URL = URI.create("https://homeward.example.org/sms/twilio/inbound");

  private final TwilioWebhooks webhooks = new TwilioWebhooks(TOKEN);
  private final Map<String, String> form = form();
  private final String signature = SignedPost.signature(TOKEN, URL, form);

  @Test
  void aSignedFormIsAuthentic() {
    assertTrue(webhooks.authentic(URL, form, signature));
  }

  @Test
  void untrimmedAndEmptyParametersAreSignedToo() {
    Map<String, String> trimmed = new HashMap<>(form);
    trimmed.put("Body", "1");
    assertFalse(webhooks.authentic(URL, trimmed, signature));

    Map<String, String> lacking = new HashMap<>(form);
    lacking.remove("FromCity");
    assertFalse(webhooks.authentic(URL, lacking, signature));
  }

  @Test
  void aParameterMoreOrOtherIsForged() {
    Map<String, String> more = new HashMap<>(form);
    more.put("OptOutType", "STOP");
    assertFalse(webhooks.authentic(URL, more, signature));

    Map<String, String> other = new HashMap<>(form);
    other.put("From", "+12025550199");
    assertFalse(webhooks.authentic(URL, other, signature));
  }

  @Test
  void anotherAddressIsForged() {
    URI plain = URI.create("http://homeward.example.org/sms/twilio/inbound");
    URI elsewhere = URI.create("https://homeward.example.org/sms/twilio/status/1");
    assertFalse(webhooks.authentic(plain, form, signature));
    assertFalse(webhooks.authentic(elsewhere, form, signature));
  }

  @Test
  void anotherTokenIsForged() {
    assertFalse(webhooks.authentic(URL, form, SignedPost.signature("another", URL, form)));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "AAAAAAAAAAAAAAAAAAAAAAAAAAA="})
  void aMissingOrMadeUpSignatureIsForged(String given) {
    assertFalse(webhooks.authentic(URL, form, given));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void withoutATokenNothingIsAuthentic(String token) {
    TwilioWebhooks unconfigured = new TwilioWebhooks(token);
    assertFalse(unconfigured.authentic(URL, form, signature));
    assertFalse(unconfigured.authentic(URL, form, SignedPost.signature(" ", URL, form)));
    assertFalse(unconfigured.authentic(URL, form, null));
  }

  private static Map<String, String> form() {
    Map<String, String> form = new HashMap<>();
    form.put("MessageSid", "SM1f0e8ae6ade43cb3c0ce4525424e404f");
    form.put("From", "+12025550147");
    form.put("To", "+12025550100");
    form.put("Body", " 1 \n");
    form.put("FromCity", "");
    form.put("AParameterOfTomorrow", "½ é 😀");
    return form;
  }
}
