package org.homeward.kiosk.postgres;

import org.homeward.db.Database;
import org.homeward.facility.FacilityId;
import org.homeward.kiosk.FacilityOptions;
import org.homeward.kiosk.Options;

/** Options in PostgreSQL. */
public final class PostgresFacilityOptions implements FacilityOptions {
  private final Database database;

  public PostgresFacilityOptions(Database database) {
    this.database = database;
  }

  @Override
  public Options of(FacilityId facility) {
    return database
        .row(
            """
            SELECT offer_help, ask_number, teach_back, keep_abandoned_answers
            FROM kiosk_options WHERE facility_id = ?
            """,
            row ->
                new Options(
                    row.flag("offer_help"),
                    row.flag("ask_number"),
                    row.flag("teach_back"),
                    row.flag("keep_abandoned_answers")),
            facility.value())
        .orElseGet(Options::usual);
  }

  @Override
  public void choose(FacilityId facility, Options options) {
    database.change(
        """
        INSERT INTO kiosk_options (facility_id, offer_help, ask_number, teach_back, keep_abandoned_answers)
        VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (facility_id) DO UPDATE SET offer_help = excluded.offer_help,
          ask_number = excluded.ask_number, teach_back = excluded.teach_back,
          keep_abandoned_answers = excluded.keep_abandoned_answers
        """,
        facility.value(),
        options.offerHelp(),
        options.askNumber(),
        options.teachBack(),
        options.keepAbandonedAnswers());
  }
}
