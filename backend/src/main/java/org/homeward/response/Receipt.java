package org.homeward.response;

/** What became of a submission. All but the refusals mean that it is stored, durably. */
public sealed interface Receipt {

  /** Stored now. */
  record Accepted(Standing standing) implements Receipt {}

  /** The same bytes had been stored before. */
  record Replayed(Standing standing) implements Receipt {}

  /** Other bytes are stored under this id; they stay as they are. */
  record Conflicting() implements Receipt {}

  /** A response of this id was erased, and stays erased. */
  record Erased() implements Receipt {}

  /** The facility has no discharge with this visit code. Nothing was stored. */
  record VisitUnknown() implements Receipt {}

  /** The token is no kiosk's. Nothing was stored. */
  record KioskUnknown() implements Receipt {}

  /** The kiosk was revoked. Nothing was stored. */
  record KioskRevoked() implements Receipt {}

  /** How a stored response counts. */
  enum Standing {
    COUNTED,
    SUPERSEDED,
    STOPPED
  }
}
