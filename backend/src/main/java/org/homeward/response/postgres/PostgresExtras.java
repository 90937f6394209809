package org.homeward.response.postgres;

import org.homeward.concern.postgres.Raising;
import org.homeward.db.Statements;
import org.homeward.discharge.postgres.Contacts;
import org.homeward.facility.FacilityId;
import org.homeward.response.Extras;
import org.homeward.response.Submission;
import org.homeward.vault.Vault;

/**
 * Stores what came with a response besides its answers, in the response's own transaction. Few
 * bring any, so each has statements of its own and the batch stays as it is.
 */
public final class PostgresExtras {
  private final Vault vault;
  private final Contacts contacts;
  private final Raising raising;

  public PostgresExtras(Vault vault, Contacts contacts, Raising raising) {
    this.vault = vault;
    this.contacts = contacts;
    this.raising = raising;
  }

  /** For a response that the transaction has stored just now. */
  void keep(Statements statements, Submission submission) {
    Extras extras = submission.extras();
    if (!extras.explain().isEmpty()) {
      raising.explain(statements, submission.facility(), submission.id(), submission.answeredAt());
    }
    extras.teachBack().ifPresent(said -> keep(statements, submission, said));
    extras
        .followUp()
        .ifPresent(
            followUp ->
                contacts.offer(
                    statements,
                    submission.facility(),
                    submission.id(),
                    followUp.number(),
                    followUp.consent()));
  }

  private void keep(Statements statements, Submission submission, String said) {
    FacilityId facility = submission.facility();
    statements.change(
        "INSERT INTO teach_back (facility_id, response_id, said_sealed) VALUES (?, ?, ?)",
        facility.value(),
        submission.id(),
        vault.seal(said, PostgresTeachBacks.place(facility, submission.id())));
  }
}
