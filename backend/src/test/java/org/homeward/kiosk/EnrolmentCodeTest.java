package org.homeward.kiosk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EnrolmentCodeTest {
  @Test
  void itIsReadOutInTwoHalves() {
    assertTrue(
        EnrolmentCode.random().printed().matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}"));
  }

  @Test
  void itIsTheSameCodeHoweverItIsTyped() {
    EnrolmentCode code = new EnrolmentCode("0A1B2C3D");
    assertEquals(code, EnrolmentCode.typed("0a1b-2c3d"));
    assertEquals(code, EnrolmentCode.typed(" oAiB 2C3D "));
    assertArrayEquals(code.hash(), EnrolmentCode.typed("OALB-2C3D").hash());
  }

  @Test
  void itIsInNoLog() {
    EnrolmentCode code = EnrolmentCode.random();
    assertFalse(code.toString().contains(code.text()));
  }
}
