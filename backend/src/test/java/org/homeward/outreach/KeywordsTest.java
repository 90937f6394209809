package org.homeward.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.homeward.sms.OptOutType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Trap 27: whoever answers STOP, START and HELP, only one does")
class KeywordsTest {
  private static final Optional<OptOutType> UNSAID = Optional.empty();

  @ParameterizedTest
  @ValueSource(strings = {"STOP", "stop", "Stop.", "UNSUBSCRIBE", "quit", "OPTOUT"})
  void aCarrierThatAnswersItsKeywordsIsLeftToIt(String body) {
    assertTrue(Keywords.CARRIER.answeredByCarrier(UNSAID, OptOutType.STOP, new Reply(body)));
    assertFalse(Keywords.US.answeredByCarrier(UNSAID, OptOutType.STOP, new Reply(body)));
    assertFalse(
        Keywords.ADVANCED_OPT_OUT.answeredByCarrier(UNSAID, OptOutType.STOP, new Reply(body)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"please stop texting me", "no me manden mas", "stop it now"})
  void aStopInOtherWordsIsNotTheCarriersToAnswer(String body) {
    assertFalse(Keywords.CARRIER.answeredByCarrier(UNSAID, OptOutType.STOP, new Reply(body)));
  }

  @ParameterizedTest
  @EnumSource(Keywords.class)
  void whatTheCarrierSaysItHasAnsweredIsAnswered(Keywords who) {
    Reply reply = new Reply("laat me met rust");
    assertTrue(who.answeredByCarrier(Optional.of(OptOutType.STOP), OptOutType.STOP, reply));
    assertFalse(who.answeredByCarrier(Optional.of(OptOutType.HELP), OptOutType.STOP, reply));
  }

  @Test
  void startAndHelpAreTheCarriersToo() {
    assertTrue(Keywords.CARRIER.answeredByCarrier(UNSAID, OptOutType.START, new Reply("UNSTOP")));
    assertTrue(Keywords.CARRIER.answeredByCarrier(UNSAID, OptOutType.HELP, new Reply("info")));
    assertFalse(Keywords.CARRIER.answeredByCarrier(UNSAID, OptOutType.HELP, new Reply("STOP")));
  }

  @ParameterizedTest
  @EnumSource(Keywords.class)
  void aSettingNamesEachByItsCode(Keywords who) {
    assertEquals(Optional.of(who), Keywords.of(who.code()));
  }
}
