package org.homeward.discharge;

import java.time.Instant;

/**
 * A patient agreed to be texted.
 *
 * @param wordingVersion of the sentence they agreed to, in {@code language}
 */
public record Consent(int wordingVersion, String language, Instant givenAt) {}
