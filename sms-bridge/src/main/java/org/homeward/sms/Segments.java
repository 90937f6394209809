package org.homeward.sms;

import java.util.List;

/**
 * What a text costs: how many segments it is sent in. One character outside GSM-7 (a curly quote,
 * an emoji) turns the whole text into UCS-2.
 *
 * <p>Source: 3GPP TS 23.038 §6.2.1 (the alphabet and its extension table) and TS 23.040 §9.2.3.24.1
 * (160 septets or 140 octets, less a header of 7 septets or 6 octets in each of several segments).
 */
public record Segments(Encoding encoding, int count) {

  public enum Encoding {
    GSM_7,
    UCS_2
  }

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENDED = "\f^{}\\[~]|€";

  public static Segments of(String body) {
    int septets = 0;
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      if (BASIC.indexOf(c) >= 0) {
        septets += 1;
      } else if (EXTENDED.indexOf(c) >= 0) {
        septets += 2;
      } else {
        return new Segments(Encoding.UCS_2, parts(body.length(), 70, 67));
      }
    }
    return new Segments(Encoding.GSM_7, parts(septets, 160, 153));
  }

  /** The characters that make a text UCS-2, each once, in the order in which they appear. */
  public static List<String> outsideGsm7(String body) {
    return body.codePoints()
        .filter(point -> BASIC.indexOf(point) < 0 && EXTENDED.indexOf(point) < 0)
        .distinct()
        .mapToObj(Character::toString)
        .toList();
  }

  private static int parts(int units, int alone, int each) {
    return units <= alone ? 1 : (units + each - 1) / each;
  }
}
