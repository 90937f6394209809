package org.homeward.survey;

/** The sentences that patients have agreed to. */
public interface ConsentWordings {

  /**
   * Records the catalogue's consent under its version, word for word in each language. Doing it
   * again changes nothing. Throws {@link WordingChanged} when other words were published under this
   * version.
   */
  void publish(Catalogue catalogue);

  /** Nobody has agreed to these words. */
  final class WordingChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WordingChanged(int version) {
      super(
          "The consent differs from what patients agreed to as version %d. Give the new wording a new version (WordingFiles.CONSENT_VERSION)."
              .formatted(version));
    }
  }
}
