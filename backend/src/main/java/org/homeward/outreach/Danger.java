package org.homeward.outreach;

import java.util.List;

/**
 * How people who write one language speak of an emergency or of self-harm. A turn of phrase is
 * words in their order; "…" stands for up to four others, "word*" for every ending, "(a|b)" for
 * either.
 *
 * @param review who has read it, honestly
 * @param unspaced the language is written without spaces
 * @param harmless taken out before anything is looked for: "dying to", "do I call"
 * @param always spoken of danger, but after an "if"
 * @param unlessNegated not after a "no" or before a "gone" either
 * @param ifs before a turn of phrase they make it a supposition
 * @param before so near before it they deny it
 * @param after so near after it they deny it
 * @param subjects a "no" right before one of these is an answer and denies nothing
 */
public record Danger(
    String review,
    boolean unspaced,
    List<String> harmless,
    List<String> always,
    List<String> unlessNegated,
    List<String> ifs,
    List<String> before,
    List<String> after,
    List<String> subjects) {}
