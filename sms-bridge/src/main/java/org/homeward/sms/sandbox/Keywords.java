package org.homeward.sms.sandbox;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.homeward.sms.OptOutType;

/**
 * Twilio's default handling of keywords: a text that is nothing but one of them stops or restarts a
 * number, and gets a reply from the carrier itself. Switched off, it recognises nothing.
 */
final class Keywords {

  private static final Set<String> STOP =
      Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT");
  private static final Set<String> START = Set.of("START", "YES", "UNSTOP");
  private static final Set<String> HELP = Set.of("HELP", "INFO");

  private final boolean on;
  private final Set<Conversation> stopped = new HashSet<>();

  Keywords(boolean on, List<SandboxText> history) {
    this.on = on;
    history.forEach(this::apply);
  }

  Optional<OptOutType> recognise(String body) {
    String word = body.strip().toUpperCase(Locale.ROOT);
    if (!on) {
      return Optional.empty();
    }
    if (STOP.contains(word)) {
      return Optional.of(OptOutType.STOP);
    }
    if (START.contains(word)) {
      return Optional.of(OptOutType.START);
    }
    return HELP.contains(word) ? Optional.of(OptOutType.HELP) : Optional.empty();
  }

  /** What the carrier replies by itself. */
  static String reply(OptOutType keyword) {
    return switch (keyword) {
      case STOP -> "You will get no more messages from this number. Reply START to get them again.";
      case START -> "You will get messages from this number again. Reply STOP to end them.";
      case HELP -> "Reply STOP to get no more messages from this number.";
    };
  }

  synchronized void apply(SandboxText text) {
    Conversation conversation = new Conversation(text.phone(), text.number());
    if (text.optOut() == OptOutType.STOP) {
      stopped.add(conversation);
    } else if (text.optOut() == OptOutType.START) {
      stopped.remove(conversation);
    }
  }

  synchronized boolean stopped(String phone, String number) {
    return on && stopped.contains(new Conversation(phone, number));
  }

  private record Conversation(String phone, String number) {}
}
