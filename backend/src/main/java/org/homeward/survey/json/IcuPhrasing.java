package org.homeward.survey.json;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.Map;
import org.homeward.survey.Phrasing;

/**
 * The notation of the wording files: ICU MessageFormat, of which the pages read {@code {name}} and
 * {@code {name, plural, one {…} other {…}}}. Digits are 0 to 9 in every language, since patients
 * answer texts with them and type them on the kiosk.
 */
final class IcuPhrasing implements Phrasing {
  private final ULocale locale;

  IcuPhrasing(String language) {
    this.locale =
        new ULocale.Builder()
            .setLanguageTag(language)
            .setUnicodeLocaleKeyword("nu", "latn")
            .build();
  }

  @Override
  public String fill(String text, Map<String, ?> values) {
    return new MessageFormat(text, locale).format(values);
  }
}
