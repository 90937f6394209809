package org.homeward.outreach;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.homeward.facility.Facility;
import org.homeward.facility.Ids;
import org.homeward.outreach.Unanswered.Decision;
import org.homeward.outreach.Unanswered.Silence;
import org.homeward.plan.Hold;
import org.homeward.plan.PatientHours;
import org.homeward.plan.Reminders;
import org.homeward.plan.Rule;

/** Reminds patients of the question that is open, while it is open. */
public final class Prompter {
  private final Unanswered unanswered;
  private final Script script;
  private final HouseRules rules;
  private final Ids ids;
  private final InstantSource clock;

  public Prompter(
      Unanswered unanswered, Script script, HouseRules rules, Ids ids, InstantSource clock) {
    this.unanswered = unanswered;
    this.script = script;
    this.rules = rules;
    this.ids = ids;
    this.clock = clock;
  }

  public void run(Facility facility) {
    HouseRules.InForce inForce = rules.at(facility);
    boolean more = true;
    while (more) {
      Instant now = clock.instant();
      more =
          unanswered.next(facility.id(), now, silence -> decide(facility, inForce, silence, now));
    }
  }

  private Decision decide(
      Facility facility, HouseRules.InForce inForce, Silence silence, Instant now) {
    Reminders reminders = inForce.plan().reminders();
    if (silence.reminded() >= reminders.most()) {
      return new Decision.LeaveAlone("all-reminded");
    }
    Optional<String> objection = silence.patient().objection();
    if (objection.isPresent()) {
      return new Decision.LeaveAlone(objection.get());
    }
    if (!silence.reached()) {
      return new Decision.LeaveAlone("not-delivered");
    }
    if (!now.isBefore(silence.expires())) {
      return new Decision.LeaveAlone("too-late");
    }
    Instant soonest = silence.lastWord().plus(reminders.after());
    if (soonest.isAfter(now)) {
      return new Decision.Postpone(soonest, "answered-lately");
    }
    return hold(inForce, silence, now)
        .<Decision>map(hold -> new Decision.Postpone(hold.until(), hold.rule().code()))
        .orElseGet(() -> remind(facility, reminders, silence, now));
  }

  private static Optional<Hold> hold(HouseRules.InForce inForce, Silence silence, Instant now) {
    PatientHours hours = inForce.hours(silence.patient().zone(), silence.patient().number());
    if (!silence.hourWaived() && !hours.allow(now)) {
      return Optional.of(new Hold(hours.next(now), Rule.QUIET_HOURS));
    }
    return inForce.plan().caps().hold(silence.started(), now, hours);
  }

  private Decision remind(Facility facility, Reminders reminders, Silence silence, Instant now) {
    Occasion occasion =
        new Occasion(
            facility, silence.language(), Optional.empty(), facility.dayOf(now), Optional.empty());
    return new Decision.Remind(
        new OutgoingText(
            new TextId(ids.next()),
            Optional.of(silence.conversation()),
            silence.sender(),
            silence.patient().number().orElseThrow(),
            Purpose.REMINDER,
            script.words(Saying.REMINDER, occasion)
                + " "
                + script.words(Saying.question(silence.asking()), occasion),
            now),
        silence.reminded() + 1 < reminders.most()
            ? Optional.of(now.plus(reminders.after()))
            : Optional.empty());
  }
}
