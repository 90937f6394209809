package org.homeward.token;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.facility.FacilityId;
import org.junit.jupiter.api.Test;

class TokenTest {
  private final FacilityId facility = new FacilityId(UUID.randomUUID());

  @Test
  void aTokenReadsBackAsItsFacilityAndItsSecret() {
    Token token = Token.random(facility);
    Token read = Token.parse(token.text()).orElseThrow();
    assertEquals(facility, read.facility());
    assertArrayEquals(token.hash(), read.hash());
  }

  @Test
  void itGoesIntoAHeaderAsItIs() {
    assertTrue(Token.random(facility).text().matches("[A-Za-z0-9_-]{64}"));
  }

  @Test
  void twoTokensOfAFacilityDiffer() {
    assertNotEquals(Token.random(facility).text(), Token.random(facility).text());
  }

  @Test
  void whatIsNoTokenIsNone() {
    String text = Token.random(facility).text();
    for (String other :
        List.of(
            "", "x", text.substring(1), text + "AAAA", text + "=", " " + text, "é".repeat(64))) {
      assertEquals(Optional.empty(), Token.parse(other), other);
    }
  }

  @Test
  void itsTextIsInNoLog() {
    Token token = Token.random(facility);
    assertFalse(token.toString().contains(token.text().substring(22)));
  }

  /** FIPS 180-4's example "abc". */
  @Test
  void itsHashIsSha256() {
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        HexFormat.of().formatHex(Token.sha256("abc".getBytes(StandardCharsets.US_ASCII))));
  }

  @Test
  void aDigestEqualsTheDigestOfTheSameBytesOnly() {
    byte[] bytes = {1, 2, 3};
    assertEquals(Digest.of(bytes), Digest.made(Token.sha256(bytes)));
    assertEquals(Digest.of(bytes).hashCode(), Digest.of(bytes).hashCode());
    assertNotEquals(Digest.of(bytes), Digest.of(new byte[] {1, 2}));
    assertThrows(IllegalArgumentException.class, () -> Digest.made(bytes));
  }

  @Test
  void aDigestCannotBeChangedFromOutside() {
    byte[] made = Token.sha256(new byte[0]);
    Digest digest = Digest.made(made);
    made[0]++;
    digest.bytes()[1]++;
    assertEquals(Digest.of(new byte[0]), digest);
  }
}
