package org.homeward.outreach;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.homeward.discharge.PhoneNumber;
import org.homeward.discharge.Standing;
import org.homeward.facility.Facility;
import org.homeward.facility.Ids;
import org.homeward.outreach.Invitations.Decision;
import org.homeward.outreach.Invitations.Due;

/** Begins the conversations that are due. */
public final class Starter {
  private final Invitations invitations;
  private final Script script;
  private final Timing timing;
  private final Ids ids;
  private final InstantSource clock;

  public Starter(
      Invitations invitations, Script script, Timing timing, Ids ids, InstantSource clock) {
    this.invitations = invitations;
    this.script = script;
    this.timing = timing;
    this.ids = ids;
    this.clock = clock;
  }

  public void run(Facility facility) {
    if (facility.senders().isEmpty()) {
      return;
    }
    boolean more = true;
    while (more) {
      Instant now = clock.instant();
      Instant today = facility.dayOf(now).atStartOfDay(facility.zone()).toInstant();
      more = invitations.next(facility.id(), now, today, due -> decide(facility, due, now));
    }
  }

  private Decision decide(Facility facility, Due due, Instant now) {
    ZoneId zone = facility.zone();
    if (due.answered()) {
      return new Decision.End(Conversation.State.CANCELLED, "answered-elsewhere");
    }
    if (due.standing() != Standing.ACTIVE) {
      return new Decision.End(Conversation.State.CANCELLED, "discharge-" + due.standing().code());
    }
    if (due.number().isEmpty() || !due.consented()) {
      return new Decision.End(Conversation.State.CANCELLED, "no-consent");
    }
    if (due.suppressed()) {
      return new Decision.End(Conversation.State.STOPPED, "suppressed");
    }
    if (!due.hourWaived() && !timing.window().allows(now, zone)) {
      return new Decision.Postpone(timing.window().nextAllowed(now, zone), "quiet-hours");
    }
    if (due.invitedToday()) {
      return new Decision.Postpone(timing.dayAfter(now, zone), "daily-cap");
    }
    return invite(facility, due, due.number().get(), now);
  }

  private Decision invite(Facility facility, Due due, PhoneNumber number, Instant now) {
    Conversation.Step step = Conversation.PLANNED.invite();
    Saying saying = step.says().getFirst();
    String language = facility.languageFor(due.language());
    return new Decision.Invite(
        step.next(),
        language,
        new OutgoingText(
            new TextId(ids.next()),
            Optional.of(due.conversation()),
            facility.senders().getFirst(),
            number,
            saying.purpose(),
            script.words(saying, facility, language),
            now));
  }
}
