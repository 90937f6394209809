package org.homeward.discharge;

import java.util.regex.Pattern;

/**
 * A phone number in E.164. Its text form shows no digit but the last two, so that a log line cannot
 * tell it.
 */
public record PhoneNumber(String e164) {
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

  public PhoneNumber {
    if (!E164.matcher(e164).matches()) {
      throw new IllegalArgumentException("A phone number in E.164 starts with + and the country");
    }
  }

  /** What staff may see of it. */
  public String ending() {
    return e164.substring(e164.length() - 4);
  }

  @Override
  public String toString() {
    return "…" + e164.substring(e164.length() - 2);
  }
}
