package org.homeward.plan.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.http.Call;
import org.homeward.http.Permission;
import org.homeward.http.Problem;
import org.homeward.http.ProblemCode;
import org.homeward.http.Reply;
import org.homeward.http.Route;
import org.homeward.plan.Caps;
import org.homeward.plan.Followup;
import org.homeward.plan.OutreachPlan;
import org.homeward.plan.OutreachPlans;
import org.homeward.plan.OutreachPlans.Edition;
import org.homeward.plan.Reminders;
import org.homeward.plan.SendWindow;
import org.homeward.survey.Touchpoint;
import org.jspecify.annotations.Nullable;

/** A facility's outreach plan: read, changed, and who changed it. */
public final class OutreachPlanRoutes {
  private static final String PATH = "/api/v1/outreach-plan";

  private final OutreachPlans plans;
  private final InstantSource clock;

  public OutreachPlanRoutes(OutreachPlans plans, InstantSource clock) {
    this.plans = plans;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.get(PATH, Permission.ANALYST, this::show),
        Route.put(PATH, Permission.ADMINISTRATOR, this::change),
        Route.get(PATH + "/history", Permission.ADMINISTRATOR, this::history));
  }

  /** A plan as the API shows and takes it. {@code edition} is the one that a change began from. */
  record Body(
      @Nullable Integer edition,
      @Nullable List<@Nullable FollowupBody> followups,
      @Nullable String opens,
      @Nullable String closes,
      @Nullable String preferred,
      @Nullable Integer reminders,
      @Nullable Integer remindAfterHours,
      @Nullable Integer dailyCap,
      @Nullable Integer weeklyCap) {

    /** Throws IllegalArgumentException saying what a plan cannot be. */
    OutreachPlan plan() {
      return new OutreachPlan(
          given("followups", followups).stream()
              .map(followup -> given("followups", followup).followup())
              .toList(),
          new SendWindow(time("opens", opens), time("closes", closes)),
          time("preferred", preferred),
          new Reminders(
              given("reminders", reminders),
              Duration.ofHours(given("remindAfterHours", remindAfterHours))),
          new Caps(given("dailyCap", dailyCap), given("weeklyCap", weeklyCap)));
    }

    private static LocalTime time(String field, @Nullable String text) {
      try {
        return LocalTime.parse(given(field, text));
      } catch (DateTimeException e) {
        throw new IllegalArgumentException("Write " + field + " like 09:00", e);
      }
    }
  }

  record FollowupBody(@Nullable String touchpoint, @Nullable Integer answeringDays) {
    Followup followup() {
      String code = given("touchpoint", touchpoint);
      Touchpoint known =
          Touchpoint.of(code)
              .orElseThrow(() -> new IllegalArgumentException("A follow-up is like day-2"));
      return answeringDays == null
          ? Followup.at(known)
          : new Followup(known, Duration.ofDays(answeringDays));
    }
  }

  private record View(
      int edition,
      Optional<String> setBy,
      Optional<Instant> setAt,
      List<FollowupBody> followups,
      String opens,
      String closes,
      String preferred,
      int reminders,
      long remindAfterHours,
      int dailyCap,
      int weeklyCap) {
    static View of(Edition edition) {
      OutreachPlan plan = edition.plan();
      return new View(
          edition.number(),
          edition.setBy(),
          edition.setAt(),
          plan.followups().stream().map(View::followup).toList(),
          plan.window().opens().toString(),
          plan.window().closes().toString(),
          plan.preferred().toString(),
          plan.reminders().most(),
          plan.reminders().after().toHours(),
          plan.caps().daily(),
          plan.caps().weekly());
    }

    private static FollowupBody followup(Followup followup) {
      return new FollowupBody(
          followup.touchpoint().code(), Math.toIntExact(followup.answering().toDays()));
    }
  }

  private Reply show(Call call) {
    return Reply.ok(View.of(plans.inForce(call.facility())));
  }

  private Reply change(Call call) {
    Body body = call.body(Body.class);
    Edition edition;
    try {
      edition =
          new Edition(
              given("edition", body.edition()) + 1,
              body.plan(),
              Optional.of(call.caller().toString()),
              Optional.of(clock.instant()));
    } catch (IllegalArgumentException e) {
      throw new Problem(
          ProblemCode.PLAN_REFUSED, "%s. Nothing was changed.".formatted(e.getMessage()));
    }
    if (!plans.set(call.facility(), edition)) {
      throw new Problem(
          ProblemCode.PLAN_CHANGED,
          "Somebody has changed the plan meanwhile. Load it again, then make your change.");
    }
    return Reply.ok(View.of(edition));
  }

  private Reply history(Call call) {
    return Reply.ok(
        Map.of("items", plans.history(call.facility()).stream().map(View::of).toList()));
  }

  private static <T> T given(String field, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("The field " + field + " is missing");
    }
    return value;
  }
}
