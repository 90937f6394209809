package org.homeward.plan;

import java.time.Instant;

/** A text waits until then, by this rule. */
public record Hold(Instant until, Rule rule) {}
