package org.homeward.outreach;

import java.time.Instant;
import org.homeward.sms.StatusReport;

/** What an attempt comes to. */
public sealed interface Settlement {

  /** The carrier has it. */
  record Taken(StatusReport report) implements Settlement {}

  /** The carrier did not take it and is not to be asked again. */
  record Refused(int errorCode) implements Settlement {}

  /** The carrier did not take it; it waits again. */
  record Again(Instant notBefore) implements Settlement {}

  /** The carrier may or may not have taken it. */
  record Doubtful() implements Settlement {}
}
