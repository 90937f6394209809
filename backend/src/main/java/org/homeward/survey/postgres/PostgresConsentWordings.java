package org.homeward.survey.postgres;

import org.homeward.db.Database;
import org.homeward.survey.Catalogue;
import org.homeward.survey.ConsentWordings;
import org.homeward.survey.Wording;

/** Published consents in PostgreSQL. */
public final class PostgresConsentWordings implements ConsentWordings {
  private final Database database;

  public PostgresConsentWordings(Database database) {
    this.database = database;
  }

  @Override
  public void publish(Catalogue catalogue) {
    catalogue.wordings().forEach(wording -> publish(catalogue.consentVersion(), wording));
  }

  private void publish(int version, Wording wording) {
    boolean same =
        database.transact(
            statements -> {
              statements.change(
                  """
                  INSERT INTO consent_wording (version, language, wording) VALUES (?, ?, ?)
                  ON CONFLICT DO NOTHING
                  """,
                  version,
                  wording.language(),
                  wording.consent());
              return statements
                  .row(
                      """
                      SELECT wording = ? AS same FROM consent_wording
                      WHERE version = ? AND language = ?
                      """,
                      row -> row.flag("same"),
                      wording.consent(),
                      version,
                      wording.language())
                  .orElseThrow();
            });
    if (!same) {
      throw new WordingChanged(version);
    }
  }
}
