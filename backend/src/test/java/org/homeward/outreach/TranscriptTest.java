package org.homeward.outreach;

import static org.homeward.outreach.Conversation.State.ASKING;
import static org.homeward.outreach.Conversation.State.COMPLETE;
import static org.homeward.survey.Answer.NO;
import static org.homeward.survey.Answer.PARTLY;
import static org.homeward.survey.Answer.YES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import org.homeward.survey.Item;
import org.junit.jupiter.api.Test;

class TranscriptTest {

  @Test
  void threeDigitsAnswerThreeQuestions() {
    Transcript.in("en")
        .homeward("Mercy: Hello. We have 3 short questions")
        .patient("1")
        .homeward("Do you understand the treatment")
        .patient("2")
        .homeward("Do you know what to do at home")
        .patient("3")
        .homeward("Thank you for your answers")
        .ends(COMPLETE, YES, PARTLY, NO);
  }

  @Test
  void wordsAreUnderstoodInSpanish() {
    Transcript.in("es")
        .homeward("Mercy: Hola. Tenemos 3 preguntas cortas")
        .patient("Sí")
        .homeward("¿Entiende el tratamiento")
        .patient("más o menos")
        .homeward("¿Sabe qué hacer en casa")
        .patient("No.")
        .homeward("Gracias por sus respuestas")
        .ends(COMPLETE, YES, PARTLY, NO);
  }

  @Test
  void whoIsAskedInOneLanguageMayAnswerInTheOther() {
    Transcript.in("en")
        .homeward("Hello")
        .patient("un poco")
        .homeward("treatment")
        .patient("👍🏽")
        .homeward("at home")
        .patient("tres")
        .homeward("Thank you")
        .ends(COMPLETE, PARTLY, YES, NO);
  }

  @Test
  void aQualifiedYesIsAskedAgainAndNeverTakenForYes() {
    Transcript.in("en")
        .homeward("Hello")
        .patient("Yes but not the pills")
        .homeward("please send one number")
        .patient("2")
        .homeward("treatment")
        .ends(ASKING, PARTLY);
  }

  @Test
  void afterTwoClarificationsTheQuestionStaysOpenInSilence() {
    Transcript.in("en")
        .homeward("Hello")
        .patient("who is this")
        .homeward("please send one number")
        .patient("my leg hurts")
        .homeward("please send one number")
        .patient("it really does")
        .silence()
        .patient("3")
        .homeward("treatment")
        .patient("what?")
        .homeward("please send one number")
        .ends(ASKING, NO);
  }

  @Test
  void nothingIsSaidAfterTheThanks() {
    Transcript.in("en")
        .homeward("Hello")
        .patient("1")
        .homeward("treatment")
        .patient("1")
        .homeward("home")
        .patient("1")
        .homeward("Thank you")
        .patient("you're welcome")
        .ends(COMPLETE, YES, YES, YES);
  }

  @Test
  void aLateReplyIsToldThatTheQuestionsAreClosed() {
    Conversation expired = new Conversation(Conversation.State.EXPIRED, Optional.empty(), 0);
    Conversation.Step step = expired.hear(new Reply("1").understanding());
    assertEquals(List.of(Saying.CLOSED), step.says());
    assertEquals(Optional.empty(), step.given());
    assertEquals(expired, step.next());
  }

  @Test
  void whatWasAnsweredElsewhereIsThankedFor() {
    Conversation asking =
        new Conversation(Conversation.State.ASKING, Optional.of(Item.TREATMENT), 1);
    Conversation.Step step = asking.answeredElsewhere();
    assertEquals(Conversation.State.COMPLETE, step.next().state());
    assertEquals(List.of(Saying.THANKS), step.says());
    assertFalse(step.given().isPresent());
  }
}
