package org.homeward.language;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.facility.FacilityId;
import org.homeward.survey.Wording;

/** Which languages facilities have enabled, and who decided it. */
public interface Languages {

  /** The last decision on a language. One that was enabled when the facility was made has none. */
  record Decision(String language, boolean enabled, String decidedBy, Instant decidedAt) {}

  List<Decision> latest(FacilityId facility);

  /** What became of a choice. */
  sealed interface Outcome {
    record Chosen() implements Outcome {}

    /** Nothing was changed: these are drafts, and nobody confirmed them. */
    record Unconfirmed(List<Wording> drafts) implements Outcome {}
  }

  /**
   * Lets patients choose these languages from now on and records what came and what went, all or
   * nothing. The facility exists, and the catalogue speaks every language.
   */
  Outcome choose(FacilityId facility, Choice choice, UUID decidedBy, Instant decidedAt);
}
