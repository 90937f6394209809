package org.homeward.response;

import java.util.List;

/** Where responses are kept. */
public interface Responses {

  /**
   * Stores submissions, all in one transaction, and says what became of each, in their order. When
   * it returns, what it calls stored survives a crash. When it throws, nothing may be acknowledged;
   * the same submissions can be brought again, and what had been stored after all is then {@link
   * Receipt.Replayed}.
   *
   * <p>Throws {@link Unstorable} when one of them can never be stored: bring them one by one then.
   */
  List<Receipt> store(List<Submission> submissions);
}
