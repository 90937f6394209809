package org.homeward.outreach;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.homeward.sms.OptOutType;

/** Who answers STOP, START and HELP. Whoever it is, only one does. */
public enum Keywords {
  /** The carrier answers its own keywords, and does not say so with the text: Twilio's default. */
  CARRIER("carrier"),
  /** The carrier says with each text whether it has answered: Twilio's Advanced Opt-Out. */
  ADVANCED_OPT_OUT("advanced-opt-out"),
  /** We answer them all. */
  US("us");

  /**
   * What Twilio's default handling answers, when it is the whole text.
   *
   * <p>Source: help.twilio.com, "Twilio support for opt-out keywords (SMS STOP filtering)".
   */
  private static final Set<String> STOP =
      Set.of("stop", "stopall", "unsubscribe", "cancel", "end", "quit", "revoke", "optout");

  private static final Set<String> START = Set.of("start", "yes", "unstop");
  private static final Set<String> HELP = Set.of("help", "info");

  private final String code;

  Keywords(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<Keywords> of(String code) {
    return Arrays.stream(values()).filter(who -> who.code.equals(code)).findFirst();
  }

  /** Whether the carrier has answered this text, or will, so that we must not. */
  boolean answeredByCarrier(Optional<OptOutType> said, OptOutType type, Reply reply) {
    return said.filter(type::equals).isPresent()
        || (this == CARRIER && reserved(type).contains(reply.phrase()));
  }

  private static Set<String> reserved(OptOutType type) {
    return switch (type) {
      case STOP -> STOP;
      case START -> START;
      case HELP -> HELP;
    };
  }
}
