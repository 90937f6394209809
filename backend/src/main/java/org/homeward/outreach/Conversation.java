package org.homeward.outreach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.homeward.survey.Answer;
import org.homeward.survey.Item;

/**
 * One discharge asked by text, as a state machine: what is heard makes a {@link Step}. It knows
 * neither time nor number.
 *
 * <pre>
 * planned  -> asking the first item (invited)
 * asking   -> asking the next item -> ... -> complete
 *          -> clarifying: the same item in simpler words, then the link, then silence
 *          -> paused by an emergency: silent until the next answer
 *          -> expired, stopped, cancelled, or wrong person
 * </pre>
 *
 * @param asking the open question, while there is one; while clarifying it was not understood
 * @param then the items that are still to be asked after it
 * @param last the item that was answered last, which "sorry, I meant 2" is about
 * @param misunderstood how often in a row the open question was not answered
 */
public record Conversation(
    State state, Optional<Item> asking, List<Item> then, Optional<Item> last, int misunderstood) {

  /** Where a conversation is. */
  public enum State {
    PLANNED("planned"),
    ASKING("asking"),
    PAUSED("paused"),
    COMPLETE("complete"),
    EXPIRED("expired"),
    STOPPED("stopped"),
    WRONG_PERSON("wrong-person"),
    CANCELLED("cancelled");

    private final String code;

    State(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    /** Whether a question is open. */
    public boolean isOpen() {
      return this == ASKING || this == PAUSED;
    }

    public static State of(String code) {
      return Arrays.stream(values())
          .filter(state -> state.code.equals(code))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("No conversation is " + code));
    }
  }

  /**
   * What follows from something heard.
   *
   * @param given the answers to record, before anything is said
   * @param says as one text; empty is silence
   */
  public record Step(Conversation next, List<Given> given, Optional<Saying> says) {
    public Step {
      given = List.copyOf(given);
    }
  }

  /** An answer to an item. */
  public record Given(Item item, Answer answer) {}

  public Conversation {
    then = List.copyOf(then);
    if (state.isOpen() != asking.isPresent()) {
      throw new IllegalArgumentException("A question is open exactly while asking or paused");
    }
  }

  /** Asks the items in their order, but first those that were not understood at discharge. */
  public static Conversation planned(List<Item> notUnderstood) {
    List<Item> items = new ArrayList<>(notUnderstood);
    Arrays.stream(Item.values()).filter(item -> !items.contains(item)).forEach(items::add);
    return new Conversation(State.PLANNED, Optional.empty(), items, Optional.empty(), 0);
  }

  /**
   * The first question.
   *
   * @param recalled whether it was not understood at discharge, which is what it then begins with
   */
  public Step invite(boolean recalled) {
    if (state != State.PLANNED) {
      return silent();
    }
    Conversation next = ask(then, last);
    return next.asking
        .map(item -> says(next, Saying.invitation(item, recalled)))
        .orElseGet(() -> says(next, Saying.THANKS));
  }

  /**
   * What was written is understood as this.
   *
   * @param inTime it was written while answers were waited for
   */
  public Step hear(Understanding heard, boolean inTime) {
    return switch (heard) {
      case Understanding.Emergency() -> emergency();
      case Understanding.WrongPerson() -> wrongPerson();
      case Understanding.Answered(var answers) -> inTime ? answered(answers) : closed();
      case Understanding.Qualified() -> inTime ? answered(List.of(Answer.PARTLY)) : closed();
      case Understanding.Corrected(var answer) -> inTime ? corrected(answer) : closed();
      case Understanding.Picture() -> inTime ? picture() : closed();
      case Understanding.Courtesy() -> asking.isPresent() && inTime ? unclear() : silent();
      case Understanding.Unclear() -> inTime ? unclear() : closed();
    };
  }

  /** Somebody answered for this discharge by another channel first. */
  public Step answeredElsewhere() {
    return says(ended(State.COMPLETE), Saying.THANKS);
  }

  /** The open question was answered on another channel meanwhile: on with the next. */
  public Step skip() {
    return asking.isEmpty() ? silent() : onward(then, last, List.of());
  }

  private Step answered(List<Answer> answers) {
    if (state == State.EXPIRED) {
      return late(answers);
    }
    if (asking.isEmpty()) {
      return closed();
    }
    List<Item> open = open();
    boolean one = answers.size() == 1;
    // Several at once answer the questions in the order of the survey, or else we would guess.
    if (!one && !(answers.size() == open.size() && open.equals(open.stream().sorted().toList()))) {
      return unclear();
    }
    List<Given> given = given(open, answers);
    return onward(
        open.subList(given.size(), open.size()), Optional.of(given.getLast().item()), given);
  }

  private static List<Given> given(List<Item> open, List<Answer> answers) {
    List<Given> given = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      given.add(new Given(open.get(i), answers.get(i)));
    }
    return given;
  }

  /** It came in time and is heard after the end: it counts, and nothing more is asked. */
  private Step late(List<Answer> answers) {
    if (answers.size() != 1 || then.isEmpty()) {
      return closed();
    }
    Item item = then.getFirst();
    Conversation next =
        new Conversation(
            then.size() == 1 ? State.COMPLETE : State.EXPIRED,
            Optional.empty(),
            then.subList(1, then.size()),
            Optional.of(item),
            0);
    return new Step(next, List.of(new Given(item, answers.getFirst())), Optional.of(Saying.THANKS));
  }

  private Step corrected(Answer answer) {
    if (last.isPresent() && (asking.isPresent() || state == State.COMPLETE)) {
      Conversation next = asking.isPresent() ? ask(open(), last) : this;
      return new Step(
          next, List.of(new Given(last.get(), answer)), Optional.of(Saying.changed(asking)));
    }
    return answered(List.of(answer));
  }

  private Step unclear() {
    if (asking.isEmpty()) {
      return closed();
    }
    if (state == State.PAUSED) {
      return silent();
    }
    Conversation next = misunderstoodOnceMore();
    return switch (misunderstood) {
      case 0 -> says(next, Saying.simpler(asking.get()));
      case 1 -> says(next, Saying.LINK);
      default -> new Step(next, List.of(), Optional.empty());
    };
  }

  private Step picture() {
    return asking.isPresent() && state == State.ASKING && misunderstood == 0
        ? says(misunderstoodOnceMore(), Saying.PICTURE)
        : unclear();
  }

  private Step emergency() {
    Conversation next =
        asking.isPresent()
            ? new Conversation(State.PAUSED, asking, then, last, misunderstood)
            : this;
    return says(next, Saying.EMERGENCY);
  }

  private Step wrongPerson() {
    return switch (state) {
      case ASKING, PAUSED, COMPLETE, EXPIRED ->
          says(ended(State.WRONG_PERSON), Saying.WRONG_PERSON);
      case PLANNED, STOPPED, WRONG_PERSON, CANCELLED -> silent();
    };
  }

  private Step closed() {
    return switch (state) {
      case ASKING, PAUSED, COMPLETE, EXPIRED -> says(this, Saying.CLOSED);
      case PLANNED, STOPPED, WRONG_PERSON, CANCELLED -> silent();
    };
  }

  private Step onward(List<Item> items, Optional<Item> answered, List<Given> given) {
    Conversation next = ask(items, answered);
    return new Step(
        next, given, Optional.of(next.asking.map(Saying::question).orElse(Saying.THANKS)));
  }

  private Conversation ask(List<Item> items, Optional<Item> answered) {
    return items.isEmpty()
        ? new Conversation(State.COMPLETE, Optional.empty(), items, answered, 0)
        : new Conversation(
            State.ASKING,
            Optional.of(items.getFirst()),
            items.subList(1, items.size()),
            answered,
            0);
  }

  private Conversation misunderstoodOnceMore() {
    return new Conversation(state, asking, then, last, misunderstood + 1);
  }

  /** The open question and those after it. */
  private List<Item> open() {
    List<Item> open = new ArrayList<>();
    asking.ifPresent(open::add);
    open.addAll(then);
    return open;
  }

  private Conversation ended(State how) {
    return new Conversation(how, Optional.empty(), open(), last, 0);
  }

  private static Step says(Conversation next, Saying saying) {
    return new Step(next, List.of(), Optional.of(saying));
  }

  private Step silent() {
    return new Step(this, List.of(), Optional.empty());
  }
}
