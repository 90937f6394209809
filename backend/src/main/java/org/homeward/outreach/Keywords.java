package org.homeward.outreach;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that mean something to every carrier, whatever was asked, and their equals in Spanish. */
final class Keywords {
  static final Set<String> STOP =
      words(
          """
          stop, stopall, stop all, unsubscribe, cancel, end, quit, revoke, optout, opt out,
          arret, arretez, alto, pare, paren, parar, basta, cancelar, detener, baja
          """);

  static final Set<String> START =
      words(
          """
          start, unstop, start please, please start, start again, comenzar, empezar, iniciar
          """);

  static final Set<String> HELP =
      words(
          """
          help, info, help me, help please, please help, ayuda, ayudeme, ayudame, ayuda por favor
          """);

  private Keywords() {}

  static Set<String> words(String separatedByCommas) {
    return Stream.of(separatedByCommas.split(",", -1))
        .map(String::strip)
        .collect(Collectors.toUnmodifiableSet());
  }
}
