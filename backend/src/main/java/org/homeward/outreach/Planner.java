package org.homeward.outreach;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.homeward.facility.Facility;
import org.homeward.facility.Ids;
import org.homeward.outreach.Plans.Candidate;
import org.homeward.outreach.Plans.Plan;
import org.homeward.plan.Followup;
import org.homeward.plan.PatientHours;

/**
 * Plans a conversation for every discharge that may be texted. It looks for what is missing, so
 * that it may run at any time, twice, or after a crash.
 */
public final class Planner {
  /** Whoever is asked has a day to answer; later than that it is too late to ask. */
  static final Duration TIME_TO_ANSWER = Duration.ofDays(1);

  private final Plans plans;
  private final HouseRules rules;
  private final Ids ids;
  private final InstantSource clock;

  public Planner(Plans plans, HouseRules rules, Ids ids, InstantSource clock) {
    this.plans = plans;
    this.rules = rules;
    this.ids = ids;
    this.clock = clock;
  }

  public void run(Facility facility) {
    HouseRules.InForce inForce = rules.at(facility);
    for (Followup followup : inForce.plan().followups()) {
      Work work = new Work(facility, inForce, followup, clock.instant());
      work.planWhatIsMissing();
      work.renewWhatIsOutdated();
    }
  }

  /** Plans what there is to plan, and makes all plans due; returns how many. */
  public int makeDue(Facility facility) {
    run(facility);
    return plans.makeDue(facility.id(), clock.instant());
  }

  /** One follow-up's planning at one facility. */
  private final class Work {
    private final Facility facility;
    private final HouseRules.InForce inForce;
    private final Followup followup;
    private final Instant now;

    Work(Facility facility, HouseRules.InForce inForce, Followup followup, Instant now) {
      this.facility = facility;
      this.inForce = inForce;
      this.followup = followup;
      this.now = now;
    }

    void planWhatIsMissing() {
      LocalDate since =
          facility
              .dayOf(now)
              .minusDays(followup.touchpoint().days())
              .minusDays(followup.answering().toDays());
      Optional<Candidate> last = Optional.empty();
      do {
        List<Candidate> found = plans.unplanned(facility.id(), followup.touchpoint(), since, last);
        plans.add(facility.id(), plansFor(found, this::leavesTimeToAnswer), now);
        last = found.reversed().stream().findFirst();
      } while (last.isPresent());
    }

    /** Also those that are too late by now: who begins them will say so. */
    void renewWhatIsOutdated() {
      List<Candidate> found;
      do {
        found = plans.outdated(facility.id(), followup.touchpoint(), inForce.edition());
        plans.change(facility.id(), plansFor(found, plan -> true), now);
      } while (!found.isEmpty());
    }

    private List<Plan> plansFor(
        List<Candidate> discharges, java.util.function.Predicate<Plan> wanted) {
      return discharges.stream().map(this::plan).filter(wanted).toList();
    }

    private boolean leavesTimeToAnswer(Plan plan) {
      return !plan.due().plus(TIME_TO_ANSWER).isAfter(plan.expires());
    }

    private Plan plan(Candidate discharge) {
      PatientHours hours = inForce.hours(discharge.zone(), discharge.number());
      return new Plan(
          new ConversationId(ids.next()),
          discharge,
          followup.touchpoint(),
          hours.due(discharge.day(), followup.touchpoint(), now),
          followup.closes(discharge.day(), hours, facility.zone()),
          inForce.edition());
    }
  }
}
