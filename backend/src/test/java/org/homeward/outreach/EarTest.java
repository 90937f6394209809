package org.homeward.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.homeward.outreach.Reply.Wish;
import org.homeward.outreach.json.LexiconFiles;
import org.homeward.survey.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EarTest {
  private static final Ear EAR = new Ear(LexiconFiles.read());

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
    assertEquals(Wish.STOP, EAR.wish(new Reply(body)));
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
    assertNotEquals(Wish.STOP, EAR.wish(new Reply(body)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"START", "start", "Unstop", "start please", "COMENZAR"})
  void startIsAWishToStart(String body) {
    assertEquals(Wish.START, EAR.wish(new Reply(body)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"YES", "yes", "Yes.", " yes "})
  void yesMayBeEither(String body) {
    assertEquals(Wish.YES, EAR.wish(new Reply(body)));
    assertAnswer(Answer.YES, body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HELP", "help", "Info", "ayuda", "Help me!"})
  void helpIsAskedFor(String body) {
    assertEquals(Wish.HELP, EAR.wish(new Reply(body)));
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
        "yes and my wife too",
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
        "I think so",
        "maybe",
        "no problem",
        "START",
        "question 1",
        "1 and 2",
        "I have 2 pills left"
      })
  void theseAreNeverGuessed(String body) {
    assertEquals(new Understanding.Unclear(), EAR.understanding(new Reply(body), "en"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Yes but not the pills",
        "👍 but not the pills",
        "1 but call me",
        "sí pero no todo",
        "Sí, excepto las pastillas",
        "yes, except the diet",
        "oui mais pas les médicaments",
        "да, но не про таблетки",
        "懂了，但是药不明白",
        "dạ hiểu, nhưng chưa rõ thuốc",
        "opo pero hindi yung gamot",
        "نعم لكن ليس الدواء"
      })
  void aQualifiedYesIsNeverAYes(String body) {
    assertEquals(new Understanding.Qualified(), EAR.understanding(new Reply(body), "en"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sorry I meant 2", "I meant partly", "perdón, quise decir 2", "oops I meant 2"})
  void aSlipMayBePutRight(String body) {
    assertEquals(
        new Understanding.Corrected(Answer.PARTLY), EAR.understanding(new Reply(body), "en"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "who is this",
        "Who is this?",
        "wrong number",
        "you have the wrong number!",
        "¿Quién es?",
        "número equivocado",
        "c'est qui ?",
        "你是谁？",
        "вы ошиблись номером",
        "sino po ito?",
        "ki moun sa a",
        "ai vậy?",
        "من أنت؟"
      })
  void theWrongPersonIsRecognised(String body) {
    assertEquals(new Understanding.WrongPerson(), EAR.understanding(new Reply(body), "en"));
  }

  @Test
  void severalAnswersMayComeAtOnce() {
    for (String body : List.of("1 2 3", "1,2,3", "1. 2. 3.", "1\n2\n3", "١ ٢ ٣", "１ ２ ３")) {
      assertEquals(
          new Understanding.Answered(List.of(Answer.YES, Answer.PARTLY, Answer.NO)),
          EAR.understanding(new Reply(body), "en"),
          body);
    }
  }

  @Test
  void oneSlipOfTheThumbIsReadWhereItCannotTurnOneAnswerIntoAnother() {
    assertAnswer(Answer.PARTLY, "parlty");
    assertAnswer(Answer.PARTLY, "somewaht");
    assertAnswer(Answer.YES, "definitly");
    assertEquals(
        new Understanding.Unclear(),
        EAR.understanding(new Reply("mo entiendo"), "es"),
        "lo entiendo and no entiendo are equally near");
    assertEquals(
        new Understanding.Unclear(),
        EAR.understanding(new Reply("lo entiendp"), "es"),
        "one slip from yes, and two from no");
  }

  @Test
  void accentsTellVietnameseWordsApart() {
    assertEquals(Wish.STOP, EAR.wish(new Reply("Dừng")));
    assertNotEquals(Wish.STOP, EAR.wish(new Reply("Đúng")));
    assertEquals(
        Understanding.Answered.with(Answer.YES), EAR.understanding(new Reply("Đúng"), "vi"));
    assertNotEquals(Wish.STOP, EAR.wish(new Reply("dung")), "either of the two");
    assertEquals(new Understanding.Unclear(), EAR.understanding(new Reply("dung"), "vi"));
  }

  private static void assertAnswer(Answer answer, String body) {
    assertEquals(Understanding.Answered.with(answer), EAR.understanding(new Reply(body), "en"));
  }
}
