package org.homeward.response.http;

import java.util.Locale;
import org.homeward.http.Problem;
import org.homeward.http.ProblemCode;
import org.homeward.sealing.Sealing;

/** Bodies as tablets send them: sealed, or as JSON. */
record Letters(Sealing sealing) {
  private static final String SEALED = "application/vnd.homeward.sealed";

  /** The JSON within. Throws {@link Problem} {@code sealed-unreadable}. */
  byte[] plain(String mediaType, byte[] sent, SubmissionBody.Circumstances of) {
    if (!mediaType.toLowerCase(Locale.ROOT).startsWith(SEALED)) {
      return sent;
    }
    return sealing
        .open(of.facility(), of.id(), sent)
        .orElseThrow(
            () ->
                new Problem(
                        ProblemCode.SEALED_UNREADABLE,
                        "These answers were altered, or sealed for another response or facility, or to a key that is gone. Nothing was stored; keep them and show them to staff.")
                    .with("id", of.id()));
  }
}
