package org.homeward.outreach;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.homeward.facility.Facility;
import org.homeward.facility.Ids;
import org.homeward.outreach.Plans.Candidate;
import org.homeward.outreach.Plans.Plan;
import org.homeward.survey.Touchpoint;

/**
 * Plans a conversation for every discharge that may be texted. It looks for what is missing, so
 * that it may run at any time, twice, or after a crash.
 */
public final class Planner {
  private static final Touchpoint TOUCHPOINT = Touchpoint.DAY_2;
  private static final int DAYS_BACK = 14;

  private final Plans plans;
  private final Timing timing;
  private final Ids ids;
  private final InstantSource clock;

  public Planner(Plans plans, Timing timing, Ids ids, InstantSource clock) {
    this.plans = plans;
    this.timing = timing;
    this.ids = ids;
    this.clock = clock;
  }

  public void run(Facility facility) {
    Instant now = clock.instant();
    LocalDate since = facility.dayOf(now).minusDays(DAYS_BACK);
    for (Candidate discharge : plans.unplanned(facility.id(), TOUCHPOINT, since)) {
      plans.add(facility.id(), plan(facility, discharge, now), now);
    }
    for (Candidate discharge : plans.corrected(facility.id(), TOUCHPOINT)) {
      plans.change(facility.id(), plan(facility, discharge, now), now);
    }
  }

  /** Plans what there is to plan, and makes all plans due; returns how many. */
  public int makeDue(Facility facility) {
    run(facility);
    return plans.makeDue(facility.id(), clock.instant());
  }

  private Plan plan(Facility facility, Candidate discharge, Instant now) {
    Instant due = timing.due(discharge.day(), TOUCHPOINT, facility.zone(), now);
    return new Plan(
        new ConversationId(ids.next()),
        discharge,
        TOUCHPOINT,
        due,
        due.plus(TOUCHPOINT.answeringWindow()));
  }
}
