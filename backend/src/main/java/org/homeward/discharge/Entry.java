package org.homeward.discharge;

/** What entering a discharge did. */
public sealed interface Entry {
  Discharge discharge();

  record Created(Discharge discharge) implements Entry {}

  /** The same visit number with the same content: nothing changed. */
  record Unchanged(Discharge discharge) implements Entry {}

  /** The same visit number with other content. */
  record Corrected(Discharge discharge) implements Entry {}
}
