package org.homeward.discharge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VisitCodeTest {
  private static final String CHARACTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final List<String> ALPHABET =
      CHARACTERS.chars().mapToObj(Character::toString).toList();

  /** Seeded, so that a failure comes again. */
  private static final List<VisitCode> CODES = codes(200);

  /** Worked by hand. */
  @Test
  void theCheckCharacterIsThatOfLuhnMod32() {
    // From the right, by 2, 1, 2, 1, …: 14 + 6 + 10 + 4 + 6 + 2 + 2 = 44, and 20 (M) make it 64.
    assertEquals("1234567M", VisitCode.of("1234567").text());
    assertEquals("00000000", VisitCode.of("0000000").text());
    // Z is 31; doubled it is 62, in base 32 the digits 1 and 30. 7 · 31 = 217, and 7 make it 224.
    assertEquals("ZZZZZZZ7", VisitCode.of("ZZZZZZZ").text());
  }

  @Test
  void everyWrongCharacterIsCaught() {
    for (VisitCode code : CODES) {
      for (int i = 0; i < code.text().length(); i++) {
        for (String other : ALPHABET) {
          String wrong = code.text().substring(0, i) + other + code.text().substring(i + 1);
          boolean same = wrong.equals(code.text());
          assertEquals(same ? Optional.of(code) : Optional.empty(), VisitCode.parse(wrong));
        }
      }
    }
  }

  /**
   * A doubled value v counts as 2v below 16 and as 2v − 31 from there on, so that 0 and Z differ by
   * 31 in both places: swapped, they sum to the same. Any other two neighbours do not.
   */
  @Test
  void everyTwoSwappedNeighboursAreCaughtButZeroAndZ() {
    TreeSet<String> unseen = new TreeSet<>();
    for (String left : ALPHABET) {
      for (String right : ALPHABET) {
        for (int i = 0; !left.equals(right) && i < 6; i++) {
          String payload = "2B4D6F8".substring(0, i) + left + right + "K3M5P7R".substring(i + 2);
          String code = VisitCode.of(payload).text();
          if (VisitCode.parse(swapped(code, i)).isPresent()) {
            unseen.add(left + right);
          }
        }
      }
    }
    assertEquals(new TreeSet<>(List.of("0Z", "Z0")), unseen);
  }

  @Test
  void theCheckCharacterSwappedWithItsNeighbourIsCaughtToo() {
    for (VisitCode code : CODES) {
      String swapped = swapped(code.text(), 6);
      boolean same = swapped.equals(code.text());
      boolean zeroAndZ = swapped.endsWith("0Z") || swapped.endsWith("Z0");
      assertTrue(same || zeroAndZ || VisitCode.parse(swapped).isEmpty(), swapped);
    }
  }

  @Test
  void whatPeopleTypeIsUnderstood() {
    VisitCode code = VisitCode.of("01AB0C1");
    String check = code.text().substring(7);
    for (String typed :
        List.of(
            code.text(),
            code.printed(),
            "oiabocl" + check,
            "OLAB OCI" + check,
            " 01ab-0c1" + check.toLowerCase(java.util.Locale.ROOT) + " ")) {
      assertEquals(Optional.of(code), VisitCode.parse(typed), typed);
    }
  }

  @Test
  void whatIsNoCodeIsNotUnderstood() {
    for (String typed :
        List.of("", "-", "0000000", "000000000", "0000000U", "00000٠٠٠", "🙂🙂🙂🙂")) {
      assertEquals(Optional.empty(), VisitCode.parse(typed), typed);
    }
    assertThrows(IllegalArgumentException.class, () -> new VisitCode("00000001"));
  }

  @Test
  void aRandomCodeIsOneAndIsPrintedInTwoHalves() {
    for (int i = 0; i < 100; i++) {
      VisitCode code = VisitCode.random();
      assertEquals(Optional.of(code), VisitCode.parse(code.text()));
      assertTrue(code.printed().matches("[" + CHARACTERS + "]{4}-[" + CHARACTERS + "]{4}"));
    }
  }

  private static String swapped(String code, int i) {
    return code.substring(0, i) + code.charAt(i + 1) + code.charAt(i) + code.substring(i + 2);
  }

  private static List<VisitCode> codes(int count) {
    Random random = new Random(7);
    return Stream.generate(
            () -> {
              StringBuilder payload = new StringBuilder();
              for (int i = 0; i < 7; i++) {
                payload.append(ALPHABET.get(random.nextInt(32)));
              }
              return VisitCode.of(payload.toString());
            })
        .limit(count)
        .toList();
  }
}
