package org.homeward.vault;

import java.util.UUID;

/** Keeps phone numbers and free text unreadable in the database. */
public interface Vault {

  /** Text sealed for one place, which cannot be opened as another's. */
  byte[] seal(String text, Place place);

  /**
   * Throws {@link Unsealable} when it was sealed for another place, altered, or with a key that is
   * not here.
   */
  String open(byte[] sealed, Place place);

  /**
   * 32 bytes that are the same for the same text at the same facility, and tell nothing without the
   * key.
   */
  byte[] lookupHash(String text, UUID facility);

  /** The column and row that a sealed text belongs to. */
  record Place(String column, UUID facility, String row) {
    public static Place of(String column, UUID facility, UUID row) {
      return new Place(column, facility, row.toString());
    }
  }

  /** What was sealed cannot be read here. */
  final class Unsealable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unsealable(Throwable cause) {
      super("A sealed text cannot be opened with the keys in the data directory", cause);
    }
  }
}
