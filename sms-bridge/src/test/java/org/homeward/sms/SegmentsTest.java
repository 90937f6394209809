package org.homeward.sms;

import static org.homeward.sms.Segments.Encoding.GSM_7;
import static org.homeward.sms.Segments.Encoding.UCS_2;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentsTest {

  /** Twilio's published limits: 160 and 153 characters in GSM-7, 70 and 67 in UCS-2. */
  @ParameterizedTest
  @CsvSource({
    "a, 160, GSM_7, 1",
    "a, 161, GSM_7, 2",
    "a, 306, GSM_7, 2",
    "a, 307, GSM_7, 3",
    "€, 80, GSM_7, 1",
    "€, 81, GSM_7, 2",
    "’, 70, UCS_2, 1",
    "’, 71, UCS_2, 2",
    "’, 134, UCS_2, 2",
    "’, 135, UCS_2, 3",
    "😀, 35, UCS_2, 1",
    "😀, 36, UCS_2, 2"
  })
  void aTextIsCountedAsCarriersCountIt(
      String character, int times, Segments.Encoding encoding, int count) {
    assertEquals(new Segments(encoding, count), Segments.of(character.repeat(times)));
  }

  @Test
  void oneCurlyQuoteDoublesAText() {
    String plain =
        "We'd like to ask you three short questions about your visit. Is that all right?";
    assertEquals(new Segments(GSM_7, 1), Segments.of(plain));
    assertEquals(new Segments(UCS_2, 2), Segments.of(plain.replace('\'', '’')));
  }

  @Test
  void theCharactersThatCostAreNamed() {
    assertEquals(List.of("’", "í", "😀"), Segments.outsideGsm7("It’s so. Sí, sí 😀 ’ñ€"));
    assertEquals(List.of(), Segments.outsideGsm7("¿Sabe qué hacer mañana? {€}"));
  }

  @Test
  void spanishIsSentInGsmOnlyAsFarAsItsLettersGo() {
    assertEquals(GSM_7, Segments.of("¿Sabe qué hacer mañana? Ñ ü é").encoding());
    assertEquals(UCS_2, Segments.of("Sí").encoding());
  }
}
