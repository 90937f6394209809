package org.homeward.survey;

/** Instruments that patients have been asked with. */
public interface Instruments {

  /**
   * Records the questions and answers of the catalogue under its version, word for word. Doing it
   * again changes nothing. Throws {@link WordingChanged} when other words were published under this
   * version.
   */
  void publish(Catalogue catalogue);

  /** Answers to other words may not be counted as answers to these. */
  final class WordingChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WordingChanged(int version) {
      super(
          "The questions differ from those that patients were asked with instrument %d. Give the new wording a new version (WordingFiles.INSTRUMENT_VERSION)."
              .formatted(version));
    }
  }
}
