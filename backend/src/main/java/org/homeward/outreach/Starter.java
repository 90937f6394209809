package org.homeward.outreach;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.homeward.discharge.PhoneNumber;
import org.homeward.facility.Facility;
import org.homeward.facility.Ids;
import org.homeward.outreach.Invitations.Decision;
import org.homeward.outreach.Invitations.Due;
import org.homeward.plan.Hold;
import org.homeward.plan.PatientHours;
import org.homeward.plan.Reminders;
import org.homeward.plan.Rule;

/** Begins the conversations that are due. */
public final class Starter {
  /** Each waits for the disk most of the time, and the disk takes several commits at once. */
  private static final int AT_ONCE = 4;

  private final Invitations invitations;
  private final Script script;
  private final HouseRules rules;
  private final Ids ids;
  private final InstantSource clock;

  public Starter(
      Invitations invitations, Script script, HouseRules rules, Ids ids, InstantSource clock) {
    this.invitations = invitations;
    this.script = script;
    this.rules = rules;
    this.ids = ids;
    this.clock = clock;
  }

  public void run(Facility facility) {
    if (facility.senders().isEmpty()) {
      return;
    }
    HouseRules.InForce inForce = rules.at(facility);
    if (next(facility, inForce)) {
      AtOnce.each(
          AT_ONCE,
          () -> {
            while (next(facility, inForce)) {}
          });
    }
  }

  private boolean next(Facility facility, HouseRules.InForce inForce) {
    Instant now = clock.instant();
    return invitations.next(facility.id(), now, due -> decide(facility, inForce, due, now));
  }

  private Decision decide(Facility facility, HouseRules.InForce inForce, Due due, Instant now) {
    if (due.answered()) {
      return new Decision.End(Conversation.State.CANCELLED, "answered-elsewhere");
    }
    Optional<String> objection = due.patient().objection();
    if (objection.isPresent()) {
      return new Decision.End(
          objection.get().equals("suppressed")
              ? Conversation.State.STOPPED
              : Conversation.State.CANCELLED,
          objection.get());
    }
    if (inForce.plan().followup(due.touchpoint()).isEmpty()) {
      return new Decision.End(Conversation.State.CANCELLED, "touchpoint-off");
    }
    if (now.plus(Planner.TIME_TO_ANSWER).isAfter(due.expires())) {
      return new Decision.End(Conversation.State.EXPIRED, "too-late");
    }
    return hold(inForce, due, now)
        .<Decision>map(hold -> new Decision.Postpone(hold.until(), hold.rule().code()))
        .orElseGet(() -> invite(facility, inForce.plan().reminders(), due, now));
  }

  private static Optional<Hold> hold(HouseRules.InForce inForce, Due due, Instant now) {
    PatientHours hours = inForce.hours(due.patient().zone(), due.patient().number());
    if (!due.hourWaived() && !hours.allow(now)) {
      return Optional.of(new Hold(hours.next(now), Rule.QUIET_HOURS));
    }
    return inForce.plan().caps().hold(due.started(), now, hours);
  }

  private Decision invite(Facility facility, Reminders reminders, Due due, Instant now) {
    PhoneNumber number = due.patient().number().orElseThrow();
    Conversation.Step step =
        Conversation.planned(due.notUnderstood()).invite(!due.notUnderstood().isEmpty());
    Saying saying = step.says().orElseThrow();
    String language = facility.languageFor(due.language());
    Occasion occasion =
        new Occasion(
            facility,
            language,
            Optional.of(due.discharge()),
            facility.dayOf(now),
            Optional.empty());
    return new Decision.Invite(
        step.next(),
        language,
        new OutgoingText(
            new TextId(ids.next()),
            Optional.of(due.conversation()),
            facility.senders().getFirst(),
            number,
            saying.purpose(),
            script.words(saying, occasion),
            now),
        reminders.most() == 0 ? Optional.empty() : Optional.of(now.plus(reminders.after())));
  }
}
