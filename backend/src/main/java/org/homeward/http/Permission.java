package org.homeward.http;

/** Who may use a route. */
public enum Permission {
  /** Anybody; the handler itself may still ask for a proof (a code, a signature). */
  PUBLIC,
  /** Anybody who is signed in. */
  SIGNED_IN,
  /** Someone who may make facilities. */
  ORGANISATION_ADMINISTRATOR,
  /** Any role at the facility. */
  ANALYST,
  ADMINISTRATOR,
  /** An administrator, or a hospital system with a service token. */
  DISCHARGE_SOURCE,
  /** Whoever opened a link of a text: its token is present, and the handler verifies it. */
  LINK,
  /** An enrolled kiosk. */
  KIOSK,
  /** A kiosk's token is present; it is verified in the transaction that stores. */
  KIOSK_TOKEN
}
