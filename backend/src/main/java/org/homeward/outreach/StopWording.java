package org.homeward.outreach;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a text asks us to stop. Any reasonable wording counts (FCC, 47 CFR 64.1200(a)(10), in
 * force since April 2025), but a patient who writes about stopping a medicine, or just "No", does
 * not ask for it.
 */
final class StopWording {
  /** A keyword among nothing but these is still that keyword. */
  private static final Set<String> COMPANY =
      Keywords.words(
          """
          please, pls, plz, now, ok, okay, hi, hello, thanks, thank, you, just, all, the, these,
          this, those, it, me, my, text, texts, texting, message, messages, messaging, msgs, sms,
          sending, por, favor, gracias, ya, ahora, hola, los, estos, mensaje, mensajes, textos
          """);

  private static final Set<String> PHRASES =
      Keywords.words(
          """
          no more texts, no more text, no more messages, no more msgs, no more sms,
          stop texting, stop messaging, stop sending me, stop contacting, stop writing me,
          stop bothering, stop these texts, stop these messages, stop the texts,
          stop the messages, quit texting, dont text me, do not text me, dont message me,
          do not message me, dont contact me, do not contact me, dont send me, do not send me,
          dont want texts, dont want these texts, dont want any more texts, dont want more texts,
          dont want messages, dont want these messages, dont want any more messages,
          dont want more messages, leave me alone, remove me, remove my number,
          delete my number, take me off, opt me out, opt out, unsubscribe,
          no mas mensajes, no mas textos, no mas sms, no me manden, no me mande, no me envien,
          no me envie, no me escriban, no me escriba, no me textee, no me molesten,
          dejen de escribir, dejen de escribirme, dejen de mandar, dejen de mandarme,
          dejen de enviar, dejen de enviarme, dejen de textear, dejen de molestar,
          deje de escribir, deje de escribirme, deje de mandar, deje de mandarme,
          deje de enviar, deje de enviarme, no quiero mensajes, no quiero textos,
          no quiero mas mensajes, no quiero mas textos, no quiero recibir, dejar de recibir,
          parar los mensajes, parar mensajes, darme de baja, denme de baja, quiero la baja,
          borren mi numero, quitenme de la lista
          """);

  private static final Set<String> NEGATIONS = Set.of("dont", "not", "never", "didnt");

  private StopWording() {}

  static boolean isStop(Reply reply) {
    String phrase = reply.phrase();
    return isKeyword(phrase)
        || reply.sentences().stream().anyMatch(StopWording::isKeyword)
        || PHRASES.stream().anyMatch(stop -> asks(phrase, stop));
  }

  private static boolean isKeyword(String sentence) {
    String alone =
        Arrays.stream(sentence.split(" ", -1))
            .filter(word -> !COMPANY.contains(word))
            .collect(Collectors.joining(" "));
    return Keywords.STOP.contains(sentence) || Keywords.STOP.contains(alone);
  }

  /** "Please don't stop texting me" asks for the opposite. */
  private static boolean asks(String text, String stop) {
    int at = (" " + text + " ").indexOf(" " + stop + " ");
    if (at < 0) {
      return false;
    }
    String[] before = text.substring(0, at).strip().split(" ", -1);
    return !NEGATIONS.contains(before[before.length - 1]);
  }
}
