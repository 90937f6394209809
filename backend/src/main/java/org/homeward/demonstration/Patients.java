package org.homeward.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.homeward.demonstration.Story.Reply;
import org.homeward.demonstration.Story.Visit;
import org.homeward.discharge.Standing;
import org.homeward.facility.Facility;
import org.homeward.facility.Unit;
import org.homeward.survey.Answer;
import org.homeward.survey.Channel;
import org.homeward.survey.Item;
import org.homeward.survey.Respondent;
import org.homeward.survey.Touchpoint;

/** The patients of one hospital, leaving day after day and answering or not. */
final class Patients {
  private static final double WEEKDAY = 0.165;
  private static final double WEEKEND_DAY = 0.0875;
  private static final double AT_THE_KIOSK = 0.53;
  private static final double BY_TEXT_AFTER_KIOSK = 0.36;
  private static final double BY_TEXT_ONLY = 0.26;
  private static final double WALKS_UP = 0.006;
  private static final double GIVES_UP = 0.02;

  private final Script script;
  private final Facility facility;
  private final LocalDate first;
  private final Instant now;
  private final SplittableRandom random;
  private final SeededIds ids;
  private final VisitCodes codes;
  private final List<Visit> visits = new ArrayList<>();
  private final List<Reply> replies = new ArrayList<>();

  Patients(
      Script script,
      Facility facility,
      LocalDate first,
      Instant now,
      SplittableRandom random,
      SeededIds ids) {
    this.script = script;
    this.facility = facility;
    this.first = first;
    this.now = now;
    this.random = random;
    this.ids = ids;
    this.codes = new VisitCodes(random.split());
  }

  List<Visit> visits() {
    return visits;
  }

  List<Reply> replies() {
    return replies;
  }

  void leave(LocalDate today) {
    for (LocalDate day = first; !day.isAfter(today); day = day.plusDays(1)) {
      double share = day.getDayOfWeek().getValue() > 5 ? WEEKEND_DAY : WEEKDAY;
      for (int i = 0; i < script.wards().size(); i++) {
        Script.Ward ward = script.wards().get(i);
        int leaving = poisson(ward.weekly() * share);
        for (int patient = 0; patient < leaving; patient++) {
          leave(ward, facility.units().get(i), day);
        }
      }
    }
  }

  private void leave(Script.Ward ward, Unit unit, LocalDate day) {
    Instant moment = momentOn(day);
    if (moment.isAfter(now)) {
      return;
    }
    boolean spanish = random.nextDouble() < script.spanish();
    int week = (int) ChronoUnit.WEEKS.between(first, day);
    ToDoubleFunction<Item> level = item -> script.level(ward, item, week, spanish);
    Visit visit = visit(unit, day, moment, spanish ? "es" : "en");
    visits.add(visit);
    Mind mind = new Mind(random);
    boolean answersAtKiosk =
        random.nextDouble() < AT_THE_KIOSK && visit.standing() != Standing.DIED;
    if (answersAtKiosk) {
      atKiosk(visit, Optional.of(visit), mind.atDischarge(level));
    }
    if (random.nextDouble() < WALKS_UP) {
      atKiosk(visit, Optional.empty(), new Mind(random).atDischarge(level));
    }
    double byText = answersAtKiosk ? BY_TEXT_AFTER_KIOSK : BY_TEXT_ONLY;
    if (visit.standing() == Standing.ACTIVE && random.nextDouble() < byText) {
      byText(visit, mind.daysLater(level));
    }
  }

  private Visit visit(Unit unit, LocalDate day, Instant moment, String language) {
    return new Visit(
        ids.at(moment),
        unit.id(),
        String.format(Locale.ROOT, "DEMO-%06d", visits.size() + 1),
        codes.next(),
        moment,
        day,
        language,
        standing());
  }

  private Standing standing() {
    double draw = random.nextDouble();
    if (draw < 0.988) {
      return Standing.ACTIVE;
    }
    if (draw < 0.991) {
      return Standing.CANCELLED;
    }
    if (draw < 0.994) {
      return Standing.EXCLUDED;
    }
    return draw < 0.998 ? Standing.READMITTED : Standing.DIED;
  }

  private void atKiosk(Visit near, Optional<Visit> visit, Map<Item, Answer> answers) {
    Instant answered = near.dischargedAt().plusSeconds(60L + random.nextInt(1_500));
    // Some tablets are out of the network's reach for a while.
    Duration queued =
        random.nextInt(100) == 0
            ? Duration.ofMinutes(30L + random.nextInt(600))
            : Duration.ofSeconds(1);
    Instant received = answered.plus(queued);
    if (received.isAfter(now)) {
      return;
    }
    boolean stopped = answers.isEmpty() || random.nextDouble() < GIVES_UP;
    replies.add(
        new Reply(
            ids.at(answered),
            visit.map(Visit::id),
            near.unit(),
            visit.map(Visit::day).orElseGet(() -> facility.dayOf(answered)),
            Touchpoint.AT_DISCHARGE,
            Channel.KIOSK,
            respondent(near.language()),
            near.language(),
            stopped ? "stopped" : "complete",
            stopped ? Map.of() : answers,
            answered,
            received,
            Optional.of(received)));
  }

  /** From two days after the discharge on, within hours mostly; the third answer may lack. */
  private void byText(Visit visit, Map<Item, Answer> answers) {
    Instant due = visit.dischargedAt().plus(Duration.ofDays(Touchpoint.DAY_2.days()));
    Instant answered = due.plusSeconds((long) (20_000 * -Math.log(1 - random.nextDouble())));
    Instant expires = due.plus(Touchpoint.DAY_2.answeringWindow());
    if (answers.isEmpty() || answered.isAfter(now) || answered.isAfter(expires)) {
      return;
    }
    Map<Item, Answer> given = new EnumMap<>(answers);
    boolean trailsOff = given.size() > 1 && random.nextDouble() < 0.05;
    if (trailsOff) {
      given.remove(Item.NEXT_STEPS);
    }
    boolean open = trailsOff && expires.isAfter(now);
    replies.add(
        new Reply(
            ids.at(answered),
            Optional.of(visit.id()),
            visit.unit(),
            visit.day(),
            Touchpoint.DAY_2,
            Channel.SMS,
            Respondent.PATIENT,
            visit.language(),
            open ? "open" : "complete",
            given,
            answered,
            answered,
            open ? Optional.empty() : Optional.of(trailsOff ? expires : answered)));
  }

  private Respondent respondent(String language) {
    double draw = random.nextDouble();
    if (draw < 0.08) {
      return Respondent.CARER;
    }
    return language.equals("es") && draw < 0.14 ? Respondent.INTERPRETER : Respondent.PATIENT;
  }

  /** Most leave between nine and seven. */
  private Instant momentOn(LocalDate day) {
    int seconds = (int) Math.clamp(random.nextGaussian(13.5, 2.4) * 3_600, 0, 86_399);
    return day.atTime(LocalTime.ofSecondOfDay(seconds)).atZone(script.zone()).toInstant();
  }

  /** Knuth 1969, The Art of Computer Programming, 3.4.1. */
  private int poisson(double mean) {
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }
}
