package org.homeward.outreach;

import java.util.List;
import java.util.Optional;
import org.homeward.survey.Answer;
import org.homeward.survey.Item;

/**
 * One discharge asked by text, as a state machine: what is heard makes a {@link Step}. It knows
 * neither time nor number.
 *
 * @param asking the open question, while there is one
 * @param misunderstood how often in a row the open question was not answered
 */
public record Conversation(State state, Optional<Item> asking, int misunderstood) {
  /** After so many, the question stays open and we stay silent. */
  private static final int CLARIFICATIONS = 2;

  public static final Conversation PLANNED = new Conversation(State.PLANNED, Optional.empty(), 0);

  /** Where a conversation is. */
  public enum State {
    PLANNED("planned"),
    ASKING("asking"),
    COMPLETE("complete"),
    EXPIRED("expired"),
    STOPPED("stopped"),
    CANCELLED("cancelled");

    private final String code;

    State(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    public static State of(String code) {
      return java.util.Arrays.stream(values())
          .filter(state -> state.code.equals(code))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("No conversation is " + code));
    }
  }

  /**
   * What follows from something heard.
   *
   * @param given the answer to record, before anything is said
   * @param says in this order
   */
  public record Step(Conversation next, Optional<Given> given, List<Saying> says) {}

  /** An answer to an item. */
  public record Given(Item item, Answer answer) {}

  public Conversation {
    if ((state == State.ASKING) != asking.isPresent()) {
      throw new IllegalArgumentException("A question is open exactly while asking");
    }
  }

  public Step invite() {
    if (state != State.PLANNED) {
      return silent();
    }
    return says(asking(Item.DIAGNOSIS, 0), Saying.INVITATION);
  }

  public Step hear(Understanding heard) {
    if (asking.isEmpty()) {
      return state == State.EXPIRED ? says(this, Saying.CLOSED) : silent();
    }
    Item open = asking.get();
    return switch (heard) {
      case Understanding.Answered answered -> answered(open, answered.answer());
      case Understanding.Unclear unclear -> unclear(open);
    };
  }

  /** Somebody answered for this discharge by another channel first. */
  public Step answeredElsewhere() {
    return says(ended(State.COMPLETE), Saying.THANKS);
  }

  private Step answered(Item open, Answer answer) {
    Optional<Given> given = Optional.of(new Given(open, answer));
    return open.next()
        .map(item -> new Step(asking(item, 0), given, List.of(Saying.question(item))))
        .orElseGet(() -> new Step(ended(State.COMPLETE), given, List.of(Saying.THANKS)));
  }

  private Step unclear(Item open) {
    Conversation next = asking(open, misunderstood + 1);
    return next.misunderstood <= CLARIFICATIONS
        ? says(next, Saying.CLARIFICATION)
        : new Step(next, Optional.empty(), List.of());
  }

  private static Conversation asking(Item item, int misunderstood) {
    return new Conversation(State.ASKING, Optional.of(item), misunderstood);
  }

  private static Conversation ended(State state) {
    return new Conversation(state, Optional.empty(), 0);
  }

  private static Step says(Conversation next, Saying saying) {
    return new Step(next, Optional.empty(), List.of(saying));
  }

  private Step silent() {
    return new Step(this, Optional.empty(), List.of());
  }
}
