package org.homeward.outreach;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.facility.Facility;
import org.homeward.outreach.Prospects.Prospect;
import org.homeward.outreach.Prospects.Talk;
import org.homeward.plan.Followup;
import org.homeward.plan.Forecast;
import org.homeward.plan.Forecast.Wish;
import org.homeward.plan.OutreachPlan;
import org.homeward.plan.PatientHours;
import org.homeward.survey.Touchpoint;

/** Why a discharge is texted or not, and what it would be sent in the days to come. */
public final class Outlook {
  private static final Duration AHEAD = Duration.ofDays(60);

  private final Prospects prospects;
  private final HouseRules rules;
  private final InstantSource clock;

  public Outlook(Prospects prospects, HouseRules rules, InstantSource clock) {
    this.prospects = prospects;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Where one follow-up stands.
   *
   * @param state the conversation's; empty while there is none
   * @param because the rule that keeps it from being asked, or that ended it
   */
  public record Standing(
      Touchpoint touchpoint, Optional<Conversation.State> state, Optional<String> because) {}

  /** What there is to say of a discharge's texts. */
  public record View(PatientHours hours, List<Standing> standings, List<Forecast> coming) {}

  /** Empty when the facility has no such discharge. */
  public Optional<View> of(Facility facility, UUID dischargeId) {
    return prospects
        .find(facility.id(), dischargeId)
        .map(prospect -> new Look(facility, rules.at(facility), prospect, clock.instant()).view());
  }

  private record Look(
      Facility facility, HouseRules.InForce inForce, Prospect prospect, Instant now) {

    View view() {
      PatientHours hours = inForce.hours(prospect.patient().zone(), prospect.patient().number());
      List<Standing> standings =
          Stream.concat(
                  prospect.talks().stream().map(this::standing),
                  plan().followups().stream()
                      .filter(followup -> talk(followup.touchpoint()).isEmpty())
                      .map(followup -> unplanned(followup, hours)))
              .toList();
      return new View(hours, standings, coming(hours));
    }

    private OutreachPlan plan() {
      return inForce.plan();
    }

    private Standing standing(Talk talk) {
      Optional<String> because =
          talk.state() == Conversation.State.PLANNED
              ? objection(talk.touchpoint())
              : talk.because();
      return new Standing(talk.touchpoint(), Optional.of(talk.state()), because);
    }

    private Standing unplanned(Followup followup, PatientHours hours) {
      Optional<String> because =
          objection(followup.touchpoint())
              .or(() -> isTooLate(followup, hours) ? Optional.of("too-late") : Optional.empty());
      return new Standing(followup.touchpoint(), Optional.empty(), because);
    }

    /** What would keep it from beginning. */
    private Optional<String> objection(Touchpoint touchpoint) {
      if (prospect.answered().contains(touchpoint)) {
        return Optional.of("answered-elsewhere");
      }
      if (facility.senders().isEmpty()) {
        return Optional.of("no-sender");
      }
      return prospect
          .patient()
          .objection()
          .or(
              () ->
                  plan().followup(touchpoint).isEmpty()
                      ? Optional.of("touchpoint-off")
                      : Optional.empty());
    }

    private boolean isTooLate(Followup followup, PatientHours hours) {
      return hours
          .due(prospect.day(), followup.touchpoint(), now)
          .plus(Planner.TIME_TO_ANSWER)
          .isAfter(followup.closes(prospect.day(), hours, facility.zone()));
    }

    private List<Forecast> coming(PatientHours hours) {
      List<Wish> wishes =
          Stream.concat(
                  prospect.talks().stream().flatMap(talk -> wish(talk).stream()),
                  plan().followups().stream()
                      .filter(followup -> talk(followup.touchpoint()).isEmpty())
                      .filter(followup -> unplanned(followup, hours).because().isEmpty())
                      .map(followup -> wish(followup, hours)))
              .toList();
      return Forecast.of(plan(), hours, wishes, prospect.started(), now, now.plus(AHEAD));
    }

    private Optional<Wish> wish(Talk talk) {
      int most = plan().reminders().most();
      return switch (talk.state()) {
        case PLANNED ->
            objection(talk.touchpoint()).isPresent()
                ? Optional.empty()
                : Optional.of(
                    new Wish(
                        talk.touchpoint(),
                        false,
                        talk.due(),
                        most,
                        talk.expires().minus(Planner.TIME_TO_ANSWER)));
        case ASKING ->
            talk.remindAt()
                .filter(at -> talk.reminded() < most && prospect.patient().objection().isEmpty())
                .map(
                    at ->
                        new Wish(
                            talk.touchpoint(),
                            true,
                            at,
                            most - talk.reminded() - 1,
                            talk.expires()));
        case PAUSED, COMPLETE, EXPIRED, STOPPED, WRONG_PERSON, CANCELLED -> Optional.empty();
      };
    }

    private Wish wish(Followup followup, PatientHours hours) {
      return new Wish(
          followup.touchpoint(),
          false,
          hours.due(prospect.day(), followup.touchpoint(), now),
          plan().reminders().most(),
          followup.closes(prospect.day(), hours, facility.zone()));
    }

    private Optional<Talk> talk(Touchpoint touchpoint) {
      return prospect.talks().stream()
          .filter(talk -> talk.touchpoint().equals(touchpoint))
          .findFirst();
    }
  }
}
