package org.homeward.outreach;

import static org.homeward.outreach.Conversation.State.ASKING;
import static org.homeward.outreach.Conversation.State.COMPLETE;
import static org.homeward.outreach.Conversation.State.EXPIRED;
import static org.homeward.outreach.Conversation.State.WRONG_PERSON;
import static org.homeward.survey.Answer.NO;
import static org.homeward.survey.Answer.PARTLY;
import static org.homeward.survey.Answer.YES;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.homeward.survey.Item;
import org.junit.jupiter.api.Test;

/** A conversation for each path, as it is read on the phone. */
class TranscriptTest {
  private static final String ILL =
      "Do you understand what made you ill? Reply 1 for yes, 2 for partly, 3 for no.";
  private static final String TREATED =
      "Do you understand the treatment you were given and what to expect from it? Reply 1 for yes, 2 for partly, 3 for no.";
  private static final String HOME =
      "Do you know what to do at home to get better and stay well? Reply 1 for yes, 2 for partly, 3 for no.";
  private static final String THANKS =
      "Thank you for your answers. If anything is not clear, please call the hospital. In an emergency, call 911.";
  private static final String CLOSED =
      "Thank you for writing. These questions are closed now. If you need help, please call the hospital. In an emergency, call 911.";

  private static final String ENFERMAR =
      "¿Entiende qué le hizo enfermar? Responda 1 lo entiendo, 2 en parte, 3 no.";
  private static final String TRATAMIENTO =
      "¿Entiende el tratamiento que le dieron y qué esperar de él? Responda 1 lo entiendo, 2 en parte, 3 no.";
  private static final String CASA =
      "¿Sabe qué hacer en casa para mejorar y seguir bien? Responda 1 lo sé, 2 en parte, 3 no.";
  private static final String GRACIAS =
      "Gracias por sus respuestas. Si algo no queda claro, llame al hospital. En una emergencia, llame al 911.";
  private static final String CERRADAS =
      "Gracias por escribir. Estas preguntas ya se cerraron. Si necesita ayuda, llame al hospital. En una emergencia, llame al 911.";

  @Test
  void threeDigitsAnswerThreeQuestions() {
    Transcript.in("en")
        .homeward(
            "Mercy: Hello. Some short questions about your visit of Nov 17. "
                + ILL
                + " We do not watch replies for emergencies: if you need help now, call 911. Text STOP to end.")
        .patient("1")
        .homeward(TREATED)
        .patient("2")
        .homeward(HOME)
        .patient("3")
        .homeward(THANKS)
        .ends(COMPLETE, YES, PARTLY, NO);
  }

  @Test
  void wordsAreUnderstoodInSpanish() {
    Transcript.in("es")
        .homeward(
            "Mercy: Hola. Unas preguntas cortas sobre su visita del 17 nov. "
                + ENFERMAR
                + " Nadie vigila las respuestas por emergencias: si necesita ayuda ya, llame al 911. STOP: no recibir textos.")
        .patient("Sí")
        .homeward(TRATAMIENTO)
        .patient("más o menos")
        .homeward(CASA)
        .patient("no entendí nada")
        .homeward(GRACIAS)
        .ends(COMPLETE, YES, PARTLY, NO);
  }

  @Test
  void itBeginsWithWhatWasNotUnderstoodAtDischarge() {
    Transcript.in("en", Item.NEXT_STEPS)
        .homeward(
            "Mercy: Hello. Some short questions about your visit of Nov 17. On Tuesday you were not sure about what to do at home. Do you know it now? Reply 1 for yes, 2 for partly, 3 for no. We do not watch...")
        .patient("yes")
        .homeward(ILL)
        .patient("2")
        .homeward(TREATED)
        .patient("1")
        .homeward(THANKS)
        .ends(COMPLETE, PARTLY, YES, YES);
    Transcript.in("es", Item.TREATMENT, Item.NEXT_STEPS)
        .homeward(
            "Mercy: Hola. Unas preguntas cortas sobre su visita del 17 nov. El martes usted no estaba seguro de su tratamiento. ¿Lo entiende ahora? Responda 1 lo entiendo, 2 en parte, 3 no. Nadie vigila...")
        .patient("todavía no")
        .homeward(
            "Perdone, no pudimos leer eso. ¿Entiende su tratamiento? Mande una sola cifra: 1 lo entiendo, 2 en parte, 3 no.")
        .patient("3")
        .homeward(CASA)
        .ends(ASKING, NO);
  }

  @Test
  void whoIsAskedInOneLanguageMayAnswerInAnother() {
    Transcript.in("en")
        .homeward("Mercy...")
        .patient("un poco")
        .homeward(TREATED)
        .patient("👍🏽")
        .homeward(HOME)
        .patient("не понимаю")
        .homeward(THANKS)
        .ends(COMPLETE, PARTLY, YES, NO);
  }

  @Test
  void threeAnswersMayComeInOneText() {
    Transcript.in("en")
        .homeward("Mercy...")
        .patient("1 2 3")
        .homeward(THANKS)
        .ends(COMPLETE, YES, PARTLY, NO);
    Transcript.in("es")
        .homeward("Mercy...")
        .patient("1, 1, 2")
        .homeward(GRACIAS)
        .ends(COMPLETE, YES, YES, PARTLY);
  }

  @Test
  void severalAnswersToOneQuestionAreNotGuessedAt() {
    Transcript.in("en")
        .homeward("Mercy...")
        .patient("1 2")
        .homeward(
            "Sorry, we could not read that. Do you know why you were ill? Please send one number: 1 = yes, 2 = partly, 3 = no.")
        .ends(ASKING);
    Transcript.in("en", Item.NEXT_STEPS)
        .homeward("Mercy...")
        .patient("1 2 3")
        .homeward(
            "Sorry, we could not read that. Do you know what to do at home? Please send one number: 1 = yes, 2 = partly, 3 = no.")
        .ends(ASKING);
  }

  @Test
  void aQualifiedYesIsPartlyAndNeverYes() {
    Transcript.in("en")
        .homeward("Mercy...")
        .patient("1")
        .homeward(TREATED)
        .patient("Yes but not the pills")
        .homeward(HOME)
        .ends(ASKING, YES, PARTLY);
    Transcript.in("es")
        .homeward("Mercy...")
        .patient("sí, pero no las pastillas")
        .homeward(TRATAMIENTO)
        .ends(ASKING, PARTLY);
  }

  @Test
  void whatIsNotUnderstoodIsAskedInSimplerWordsThenByLinkThenInSilence() {
    Transcript.in("en")
        .homeward("Mercy...")
        .patient("my leg hurts")
        .homeward(
            "Sorry, we could not read that. Do you know why you were ill? Please send one number: 1 = yes, 2 = partly, 3 = no.")
        .patient("it really does")
        .homeward(
            "You can also answer here, with a tap: https://homeward.example.org/r/abc Or just send 1, 2 or 3.")
        .patient("hm")
        .silence()
        .patient("3")
        .homeward(TREATED)
        .patient("what?")
        .homeward(
            "Sorry, we could not read that. Is your treatment clear to you? Please send one number: 1 = yes, 2 = partly, 3 = no.")
        .ends(ASKING, NO);
    Transcript.in("es")
        .homeward("Mercy...")
        .patient("me duele la pierna")
        .homeward(
            "Perdone, no pudimos leer eso. ¿Sabe por qué se puso mal? Mande una sola cifra: 1 lo sé, 2 en parte, 3 no.")
        .patient("mucho")
        .homeward(
            "Puede responder con un toque: https://homeward.example.org/r/abc O mande solo 1, 2 o 3.")
        .patient("uno")
        .homeward(TRATAMIENTO)
        .ends(ASKING, YES);
  }

  @Test
  void aPictureIsAnsweredPolitely() {
    Transcript.in("en")
        .homeward("Mercy...")
        .patientSendsAPicture()
        .homeward(
            "Thank you. We cannot see pictures here. Please send one number: 1 = yes, 2 = partly, 3 = no.")
        .patient("1")
        .homeward(TREATED)
        .ends(ASKING, YES);
    Transcript.in("es")
        .homeward("Mercy...")
        .patientSendsAPicture()
        .homeward(
            "Gracias. No podemos ver fotos. Mande una sola cifra: 1 lo entiendo o lo sé, 2 en parte, 3 no.")
        .patient("3")
        .homeward(TRATAMIENTO)
        .ends(ASKING, NO);
  }

  @Test
  void aSlipIsPutRight() {
    Transcript.in("en")
        .homeward("Mercy...")
        .patient("1")
        .homeward(TREATED)
        .patient("sorry I meant 2")
        .homeward("Thank you, we changed your answer. " + TREATED)
        .patient("1")
        .homeward(HOME)
        .patient("1")
        .homeward(THANKS)
        .patient("I meant 3")
        .homeward("Thank you, we changed your answer.")
        .ends(COMPLETE, PARTLY, YES, NO);
    Transcript.in("es")
        .homeward("Mercy...")
        .patient("1")
        .homeward(TRATAMIENTO)
        .patient("perdón, quise decir 2")
        .homeward("Gracias, cambiamos su respuesta. " + TRATAMIENTO)
        .ends(ASKING, PARTLY);
  }

  @Test
  void thanksAreNotAnsweredAndAnythingElseAfterTheEndIs() {
    Transcript.in("en")
        .homeward("Mercy...")
        .patient("1 1 1")
        .homeward(THANKS)
        .patient("Thank you!")
        .silence()
        .patient("can I eat eggs")
        .homeward(CLOSED)
        .ends(COMPLETE, YES, YES, YES);
    Transcript.in("es")
        .homeward("Mercy...")
        .patient("1 1 1")
        .homeward(GRACIAS)
        .patient("De nada")
        .silence()
        .patient("puedo comer huevos")
        .homeward(CERRADAS)
        .ends(COMPLETE, YES, YES, YES);
  }

  /** Trap 26. */
  @Test
  void theWrongPersonIsLeftAlone() {
    Transcript.in("en")
        .homeward("Mercy...")
        .patient("3")
        .homeward(TREATED)
        .patient("Who is this?")
        .homeward(
            "Mercy: We text people after a visit. This may be the wrong number, so we will not text it again. If you did visit us, text START.")
        .patient("1")
        .silence()
        .ends(WRONG_PERSON, NO);
    Transcript.in("es")
        .homeward("Mercy...")
        .patient("número equivocado")
        .homeward(
            "Mercy: Escribimos a personas tras una visita. Tal vez no es usted: no le escribiremos otra vez. Si es usted, responda START.")
        .ends(WRONG_PERSON);
  }

  /** Trap 26. */
  @Test
  void aReplyThatCameInTimeAndIsHeardLateCounts() {
    Transcript.in("en")
        .homeward("Mercy...")
        .patient("1")
        .homeward(TREATED)
        .expires()
        .patient("2")
        .homeward(THANKS)
        .ends(EXPIRED, YES, PARTLY);
    Transcript.in("es")
        .homeward("Mercy...")
        .patient("1")
        .homeward(TRATAMIENTO)
        .patient("2")
        .homeward(CASA)
        .expires()
        .patient("No.")
        .homeward(GRACIAS)
        .ends(COMPLETE, YES, PARTLY, NO);
  }

  @Test
  void aReplyThatCameTooLateIsToldSo() {
    Transcript.in("en")
        .homeward("Mercy...")
        .expires()
        .tooLate()
        .patient("1")
        .homeward(CLOSED)
        .ends(EXPIRED);
    Transcript.in("es")
        .homeward("Mercy...")
        .expires()
        .tooLate()
        .patient("1")
        .homeward(CERRADAS)
        .ends(EXPIRED);
  }

  @Test
  void whatWasAnsweredElsewhereIsThankedFor() {
    Conversation asking =
        new Conversation(
            ASKING, Optional.of(Item.TREATMENT), List.of(Item.NEXT_STEPS), Optional.empty(), 1);
    Conversation.Step step = asking.answeredElsewhere();
    assertEquals(COMPLETE, step.next().state());
    assertEquals(Optional.of(Saying.THANKS), step.says());
    assertEquals(List.of(), step.given());
  }

  @Test
  void aQuestionThatWasAnsweredElsewhereIsNotAskedAgain() {
    Conversation asking =
        new Conversation(
            ASKING, Optional.of(Item.TREATMENT), List.of(Item.NEXT_STEPS), Optional.empty(), 0);
    Conversation.Step step = asking.skip();
    assertEquals(Optional.of(Item.NEXT_STEPS), step.next().asking());
    assertEquals(Optional.of(Saying.question(Item.NEXT_STEPS)), step.says());
    assertEquals(List.of(), step.given());
  }
}
