package org.homeward.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.homeward.outreach.Reply.Wish;
import org.homeward.survey.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STOP",
        "stop",
        "Stop.",
        " stop \n",
        "STOP!!!",
        "\"STOP\"",
        "s t o p",
        "STOPALL",
        "Stop all",
        "UNSUBSCRIBE",
        "cancel",
        "END",
        "quit",
        "REVOKE",
        "OPTOUT",
        "opt-out",
        "Opt out",
        "ARRET",
        "Arrêt",
        "ALTO",
        "alto por favor",
        "stop please",
        "please stop",
        "Please STOP texting me",
        "stop sending me messages",
        "stop texting",
        "no more texts",
        "No more messages please!",
        "please, no more texts",
        "stop these messages",
        "Stop. I never signed up for this",
        "I said stop texting me",
        "No, stop",
        "ok stop",
        "unsubscribe me",
        "remove me from your list",
        "take me off this list",
        "don't text me again",
        "Don’t text me",
        "do not contact me",
        "I don't want any more texts",
        "leave me alone",
        "quit texting my phone",
        "opt me out",
        "no me manden más",
        "No me manden más mensajes por favor",
        "no más mensajes",
        "NO MAS TEXTOS",
        "dejen de escribirme",
        "Deje de mandar mensajes",
        "no quiero recibir mensajes",
        "quiero darme de baja",
        "baja",
        "basta",
        "ya no me escriban",
        "no me envíen nada",
        "1. Stop",
        "stop\nthank you",
        "stop it",
        "Cancel these texts"
      })
  void anyReasonableWordingStops(String body) {
    assertEquals(Wish.STOP, new Reply(body).wish());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No",
        "no",
        "NO.",
        "no no",
        "No thanks",
        "no gracias",
        "3",
        "nope",
        "Yes",
        "1",
        "",
        "When can I stop the pills?",
        "Do I stop taking the antibiotics",
        "should I stop smoking",
        "I stopped",
        "The pain won't stop",
        "it does not end",
        "cancel my appointment",
        "I want to cancel the visit on Monday",
        "please don't stop texting me",
        "dont stop",
        "no entiendo",
        "no sé",
        "el dolor es alto",
        "hasta el fin",
        "unstoppable",
        "I quit smoking",
        "the end of the week",
        "no more pills",
        "no more pain",
        "not at all",
        "me dieron de alta",
        "no messages from the doctor yet",
        "👍",
        "the bus stop"
      })
  void whatIsNotAWishToStopDoesNotStop(String body) {
    org.junit.jupiter.api.Assertions.assertNotEquals(Wish.STOP, new Reply(body).wish());
  }

  @ParameterizedTest
  @ValueSource(strings = {"START", "start", "Unstop", "start please", "COMENZAR"})
  void startIsAWishToStart(String body) {
    assertEquals(Wish.START, new Reply(body).wish());
  }

  @ParameterizedTest
  @ValueSource(strings = {"YES", "yes", "Yes.", " yes "})
  void yesMayBeEither(String body) {
    assertEquals(Wish.YES, new Reply(body).wish());
    assertAnswer(Answer.YES, body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HELP", "help", "Info", "ayuda", "Help me!"})
  void helpIsAskedFor(String body) {
    assertEquals(Wish.HELP, new Reply(body).wish());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "1.",
        " 1 ",
        "(1)",
        "1!",
        "1️⃣",
        "one",
        "uno",
        "Yes",
        "YES!",
        "yeah",
        "yep",
        "y",
        "Si",
        "sí",
        "SÍ.",
        "1 yes",
        "yes 1",
        "1. Yes",
        "1 - sí",
        "I do",
        "Yes I do",
        "lo entiendo",
        "👍",
        "👍🏿",
        "👍👍",
        "Yes, thank you"
      })
  void theseAreYes(String body) {
    assertAnswer(Answer.YES, body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2",
        "2)",
        "two",
        "dos",
        "partly",
        "Partly.",
        "a little",
        "A little bit",
        "somewhat",
        "más o menos",
        "mas o menos",
        "Más o menos.",
        "un poco",
        "en parte",
        "2 partly",
        "kind of"
      })
  void theseArePartly(String body) {
    assertAnswer(Answer.PARTLY, body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"3", "3.", "three", "tres", "no", "No", "NO!", "nope", "3 no", "no, I don't"})
  void theseAreNo(String body) {
    assertAnswer(Answer.NO, body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Yes but not the pills",
        "yes and my wife too",
        "1 2 3",
        "1/2",
        "1.5",
        "10",
        "11",
        "0",
        "4",
        "12",
        "3 yes",
        "1 no",
        "no thanks",
        "No gracias",
        "yes?",
        "¿sí?",
        "not sure",
        "ok",
        "I think so",
        "maybe",
        "no entiendo",
        "👎",
        "👍 but not the pills",
        "thank you",
        "1 but call me",
        "sí pero no todo",
        "no problem",
        "START",
        "question 1",
        "1 and 2",
        "I have 2 pills left"
      })
  void theseAreNeverGuessed(String body) {
    assertEquals(new Understanding.Unclear(), new Reply(body).understanding());
  }

  private static void assertAnswer(Answer answer, String body) {
    assertEquals(new Understanding.Answered(answer), new Reply(body).understanding());
  }
}
