package org.homeward.survey;

import java.util.Map;

/** How a language fills the blanks of its texts: with its plural forms, and with its numbers. */
@FunctionalInterface
public interface Phrasing {

  /**
   * The text with its blanks filled.
   *
   * @param values by the blank's name: texts, and numbers where a plural depends on them
   */
  String fill(String text, Map<String, ?> values);
}
