package org.homeward.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinTest {
  @ParameterizedTest
  @ValueSource(strings = {"284617", "284617999", "12345", "", "28461x", "٢٨٤٦١٧", " 284617"})
  void sixToEightDigitsAreAPinAndNothingElseIs(String text) {
    assertEquals(text.equals("284617"), Pin.chosen(text).isPresent(), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"000000", "7777777", "123456", "23456789", "987654", "765432"})
  void whatIsTriedFirstIsNotTaken(String text) {
    assertEquals(Optional.empty(), Pin.chosen(text));
  }

  @Test
  void itIsInNoLog() {
    Pin pin = Pin.chosen("284617").orElseThrow();
    assertFalse(pin.toString().contains("284617"));
    assertTrue(Pin.chosen("28461799").isPresent());
  }
}
