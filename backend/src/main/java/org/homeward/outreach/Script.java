package org.homeward.outreach;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.homeward.facility.Facility;
import org.homeward.survey.Catalogue;
import org.homeward.survey.Wording;

/**
 * Words what we say, in the patient's language. What a text can be filled with is all here: the
 * hospital, numbers to call, a link, and the day of the visit.
 */
public final class Script {
  private static final int DAYS_CALLED_BY_NAME = 6;

  /** CLDR's names: Filipino is fil there, and Haitian Creole writes its months almost as French. */
  private static final Map<String, String> DATES_LIKE = Map.of("tl", "fil", "ht", "fr");

  private final Catalogue catalogue;

  public Script(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The version of the instrument whose questions are asked. */
  public int instrument() {
    return catalogue.version();
  }

  public String words(Saying saying, Occasion occasion) {
    Wording wording = catalogue.in(occasion.facility().languageFor(occasion.language()));
    Map<String, String> values = values(occasion, wording);
    values.put("question", saying.question().map(key -> wording.text(key, values)).orElse(""));
    return wording.text(saying.key(), values).strip();
  }

  public Saying help(Facility facility) {
    return facility.callbackNumber().isPresent() ? Saying.HELP : Saying.HELP_WITHOUT_CALLBACK;
  }

  private static Map<String, String> values(Occasion occasion, Wording wording) {
    Facility facility = occasion.facility();
    Map<String, String> values = new HashMap<>();
    values.put("facility", typewritten(facility.name()));
    values.put("callback", facility.callbackNumber().orElse(""));
    values.put("emergency", emergency(facility, wording));
    values.put("link", occasion.link().map(URI::toString).orElse(""));
    occasion
        .visit()
        .ifPresent(
            visit -> {
              String date = date(visit, wording.language());
              values.put("date", date);
              values.put("on", on(visit, occasion.today(), date, wording));
            });
    return values;
  }

  private static String emergency(Facility facility, Wording wording) {
    return facility
        .emergencyNumber()
        .map(number -> wording.text("sms.emergency.number", Map.of("number", number)))
        .orElseGet(() -> wording.text("sms.emergency.services"));
  }

  private static String date(LocalDate visit, String language) {
    Locale locale = Locale.forLanguageTag(DATES_LIKE.getOrDefault(language, language));
    return typewritten(
        DateTimeFormatter.ofLocalizedPattern("MMMd").withLocale(locale).format(visit));
  }

  private static String on(LocalDate visit, LocalDate today, String date, Wording wording) {
    long days = ChronoUnit.DAYS.between(visit, today);
    return days >= 0 && days <= DAYS_CALLED_BY_NAME
        ? wording.text("sms.on." + visit.getDayOfWeek().name().toLowerCase(Locale.ROOT))
        : wording.text("sms.on.date", Map.of("date", date));
  }

  /** One curly quote or long dash would turn a whole text into UCS-2 and double its segments. */
  private static String typewritten(String name) {
    return name.replaceAll("[‘’]", "'")
        .replaceAll("[“”]", "\"")
        .replaceAll("[–—]", "-")
        .replaceAll("[\\u00a0\\u202f]", " ");
  }
}
