package org.homeward.survey.postgres;

import java.util.ArrayList;
import java.util.List;
import org.homeward.db.Database;
import org.homeward.survey.Catalogue;
import org.homeward.survey.Instruments;

/** Published instruments in PostgreSQL. */
public final class PostgresInstruments implements Instruments {
  private final Database database;

  public PostgresInstruments(Database database) {
    this.database = database;
  }

  private record Phrase(String language, String key, String wording) {}

  @Override
  public void publish(Catalogue catalogue) {
    List<Phrase> phrases = phrases(catalogue);
    String[] languages = phrases.stream().map(Phrase::language).toArray(String[]::new);
    String[] keys = phrases.stream().map(Phrase::key).toArray(String[]::new);
    String[] wordings = phrases.stream().map(Phrase::wording).toArray(String[]::new);
    boolean same =
        database.transact(
            statements -> {
              statements.change(
                  "INSERT INTO instrument (version) VALUES (?) ON CONFLICT DO NOTHING",
                  catalogue.version());
              statements.change(
                  """
                  INSERT INTO instrument_wording (version, language, key, wording)
                  SELECT ?, * FROM unnest(CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]))
                  ON CONFLICT DO NOTHING
                  """,
                  catalogue.version(),
                  languages,
                  keys,
                  wordings);
              return statements
                  .rows(
                      """
                      SELECT w.key FROM instrument_wording w
                      JOIN unnest(CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]))
                        AS ours (language, key, wording)
                        ON ours.language = w.language AND ours.key = w.key
                      WHERE w.version = ? AND w.wording <> ours.wording
                      """,
                      row -> row.text("key"),
                      languages,
                      keys,
                      wordings,
                      catalogue.version())
                  .isEmpty();
            });
    if (!same) {
      throw new WordingChanged(catalogue.version());
    }
  }

  /** What is asked and answered; the words around it may change freely. */
  private static List<Phrase> phrases(Catalogue catalogue) {
    List<Phrase> phrases = new ArrayList<>();
    catalogue
        .wordings()
        .forEach(
            wording ->
                wording
                    .texts()
                    .forEach(
                        (key, text) -> {
                          if (key.matches("(question|sms\\.question|answer)\\..*")) {
                            phrases.add(new Phrase(wording.language(), key, text));
                          }
                        }));
    return phrases;
  }
}
