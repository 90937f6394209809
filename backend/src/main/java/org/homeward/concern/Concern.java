package org.homeward.concern;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.discharge.VisitNumber;
import org.homeward.facility.UnitId;
import org.homeward.survey.Item;

/**
 * Something that staff must look at.
 *
 * @param visit empty for a walk-up
 * @param items what was not understood, when that is what it is about, in the order of asking
 * @param taken by whom, once somebody has it in hand
 * @param ended how, once it is over
 */
public record Concern(
    ConcernId id,
    Kind kind,
    UnitId unit,
    Optional<Visit> visit,
    List<Item> items,
    Instant raisedAt,
    Optional<Taken> taken,
    Optional<Ended> ended) {
  public Concern {
    items = List.copyOf(items);
  }

  /** The discharge it is about, and how staff know it. */
  public record Visit(UUID discharge, VisitNumber number) {}

  /** Who has it in hand. */
  public record Taken(UUID person, String name, Instant at) {}

  public record Ended(Outcome outcome, Instant at) {}

  /** What it is about. */
  public enum Kind {
    /** A reply by text speaks of an emergency or of self-harm. */
    URGENT("urgent"),
    /** A patient asked on the kiosk that someone explains before they leave. */
    EXPLAIN("explain"),
    /** Somebody else answers on the patient's number. */
    WRONG_PERSON("wrong-person");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    /** Whether a concern of this kind can end so. */
    public boolean endsAs(Outcome outcome) {
      return switch (outcome) {
        case EXPLAINED, LEFT, DECLINED -> this == EXPLAIN;
        case REACHED, NOT_REACHED, NOTHING_NEEDED -> this != EXPLAIN;
      };
    }

    public static Optional<Kind> of(String code) {
      return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
  }

  /** How a concern ended. */
  public enum Outcome {
    EXPLAINED("explained"),
    /** The patient had left. */
    LEFT("left"),
    DECLINED("declined"),
    REACHED("reached"),
    NOT_REACHED("not-reached"),
    NOTHING_NEEDED("nothing-needed");

    private final String code;

    Outcome(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    public static Optional<Outcome> of(String code) {
      return Arrays.stream(values()).filter(outcome -> outcome.code.equals(code)).findFirst();
    }
  }
}
