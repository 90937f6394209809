package org.homeward.survey;

import java.util.Arrays;
import java.util.Optional;

/** Who has read a language's wording, honestly. */
public enum Review {
  /** Written by someone who does not answer for the language. */
  DRAFT("draft"),
  /** Written with care, and read by nobody else yet. */
  UNREVIEWED("unreviewed"),
  /** Read and approved by a competent speaker. */
  REVIEWED("reviewed");

  private final String code;

  Review(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<Review> of(String code) {
    return Arrays.stream(values()).filter(review -> review.code.equals(code)).findFirst();
  }
}
