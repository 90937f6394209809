package org.homeward.sms.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.homeward.sms.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioErrorsTest {

  @ParameterizedTest
  @CsvSource({
    "21211, PERMANENT_FOR_NUMBER",
    "21614, PERMANENT_FOR_NUMBER",
    "21635, PERMANENT_FOR_NUMBER",
    "30005, PERMANENT_FOR_NUMBER",
    "30006, PERMANENT_FOR_NUMBER",
    "21610, OPTED_OUT",
    "30003, TRANSIENT",
    "30008, UNKNOWN_CAUSE",
    "30007, STOP_AND_TELL_OPERATOR",
    "30034, STOP_AND_TELL_OPERATOR",
    "20003, STOP_AND_TELL_OPERATOR",
    "20429, SLOW_DOWN",
    "30001, SLOW_DOWN",
    "21611, SLOW_DOWN",
    "30022, SLOW_DOWN",
    "63038, PAUSE_ACCOUNT",
    "12345, UNKNOWN_CAUSE"
  })
  void eachErrorCodeAsksForOneThing(int code, Refusal refusal) {
    assertEquals(refusal, TwilioErrors.refusal(code));
    assertEquals(refusal, new TwilioWebhooks("token").refusal(code));
  }
}
