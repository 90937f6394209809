package org.homeward.discharge.http;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.homeward.discharge.Consent;
import org.homeward.discharge.Entry;
import org.homeward.discharge.Particulars;
import org.homeward.discharge.VisitNumber;
import org.homeward.facility.Unit;
import org.homeward.http.Problem;
import org.homeward.http.Problem.Flaw;
import org.homeward.http.ProblemCode;

/**
 * Discharges as a file: {@code visit_number,unit,discharged_at,language,phone,consent,zone}. Times
 * with an offset are taken as they are; times without one are the facility's. All rows or none:
 * every flaw is named by its line.
 */
final class DischargeCsv {
  private static final Set<String> COLUMNS =
      Set.of("visit_number", "unit", "discharged_at", "language", "phone", "consent", "zone");
  private static final Set<String> NEEDED =
      Set.of("visit_number", "unit", "discharged_at", "language");
  private static final Set<String> YES = Set.of("yes", "y", "true", "1", "sí", "si");
  private static final Set<String> NO = Set.of("no", "n", "false", "0", "");
  private static final int FLAWS_SHOWN = 100;

  private final DischargeBody.Reading reading;
  private final List<Flaw> flaws = new ArrayList<>();

  DischargeCsv(DischargeBody.Reading reading) {
    this.reading = reading;
  }

  /** How many rows did what. */
  record Summary(int created, int unchanged, int corrected) {
    static Summary of(List<Entry> entries) {
      return new Summary(
          count(entries, Entry.Created.class),
          count(entries, Entry.Unchanged.class),
          count(entries, Entry.Corrected.class));
    }

    private static int count(List<Entry> entries, Class<? extends Entry> kind) {
      return Math.toIntExact(entries.stream().filter(kind::isInstance).count());
    }
  }

  /** Throws {@link Problem} {@code import-refused} with the flaws. */
  Map<VisitNumber, Particulars> read(byte[] file) {
    Map<VisitNumber, Particulars> read = new LinkedHashMap<>();
    long line = 1;
    try (CSVParser parser =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .setTrim(true)
            .get()
            .parse(new StringReader(decoded(file)))) {
      checkHeader(parser.getHeaderNames());
      line = parser.getCurrentLineNumber() + 1;
      for (CSVRecord row : parser) {
        read(row, parser.getCurrentLineNumber(), read);
        line = parser.getCurrentLineNumber() + 1;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException | UncheckedIOException e) {
      flaw(line, "not-csv", "From here on this is no CSV file with a header row.");
    }
    if (!flaws.isEmpty()) {
      throw refused(flaws);
    }
    return read;
  }

  private void read(CSVRecord row, long line, Map<VisitNumber, Particulars> read) {
    if (!row.isConsistent()) {
      flaw(line, "columns", "This line has more or fewer columns than the header.");
      return;
    }
    try {
      VisitNumber number = new VisitNumber(row.get("visit_number"));
      Optional<Particulars> particulars = particulars(row, line);
      if (particulars.isPresent() && read.put(number, particulars.get()) != null) {
        flaw(line, "visit-number-twice", "This visit number stands in an earlier line too.");
      }
    } catch (IllegalArgumentException e) {
      flaw(line, "visit-number", "A visit number has 1 to 64 characters.");
    }
  }

  private Optional<Particulars> particulars(CSVRecord row, long line) {
    int before = flaws.size();
    Optional<Unit> unit =
        reading.facility().units().stream()
            .filter(candidate -> candidate.name().equalsIgnoreCase(row.get("unit")))
            .findFirst();
    if (unit.isEmpty()) {
      flaw(line, "unit", "The facility has no unit of this name.");
    }
    Optional<Instant> dischargedAt = instant(row.get("discharged_at")).filter(reading::isPlausible);
    if (dischargedAt.isEmpty()) {
      flaw(line, "discharged-at", "Write the time like 2026-11-22 14:30, or with an offset.");
    }
    String language = row.get("language");
    if (!reading.catalogue().speaks(language)) {
      flaw(line, "language", "There is no wording in this language.");
    }
    String phone = optional(row, "phone");
    var number = reading.phones().read(phone, reading.facility().zone().getId());
    if (!phone.isEmpty() && number.isEmpty()) {
      flaw(line, "phone", "This is not a phone number that can be texted.");
    }
    String consent = optional(row, "consent").toLowerCase(java.util.Locale.ROOT);
    if (!YES.contains(consent) && !NO.contains(consent)) {
      flaw(line, "consent", "Write yes or no.");
    }
    String zone = optional(row, "zone");
    if (!zone.isEmpty() && !ZoneId.getAvailableZoneIds().contains(zone)) {
      flaw(line, "zone", "Write a time zone like America/Chicago, or leave it empty.");
    }
    if (flaws.size() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new Particulars(
            unit.orElseThrow().id(),
            dischargedAt.orElseThrow(),
            language,
            number,
            YES.contains(consent) && number.isPresent()
                ? Optional.of(new Consent(reading.catalogue().version(), language, reading.now()))
                : Optional.empty(),
            zone.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(zone))));
  }

  private Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException withoutOffset) {
      try {
        return Optional.of(
            LocalDateTime.parse(text.replace(' ', 'T'), DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                .atZone(reading.facility().zone())
                .toInstant());
      } catch (DateTimeException notATime) {
        return Optional.empty();
      }
    }
  }

  private void checkHeader(List<String> header) {
    if (!header.containsAll(NEEDED) || !COLUMNS.containsAll(header)) {
      throw refused(
          List.of(
              new Flaw(
                  1,
                  "header",
                  "The first line is visit_number,unit,discharged_at,language,phone,consent,zone; the last three may be left out.")));
    }
  }

  private void flaw(long line, String code, String detail) {
    flaws.add(new Flaw(line, code, detail));
  }

  private static String optional(CSVRecord row, String column) {
    return row.isMapped(column) ? row.get(column) : "";
  }

  private static String decoded(byte[] file) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw refused(List.of(new Flaw(1, "not-utf-8", "Save the file as CSV in UTF-8.")));
    }
  }

  private static Problem refused(List<Flaw> flaws) {
    return Problem.of(
        ProblemCode.IMPORT_REFUSED,
        "Nothing was stored: %d line(s) need mending first.".formatted(flaws.size()),
        flaws.stream().limit(FLAWS_SHOWN).toList());
  }
}
