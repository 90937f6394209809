package org.homeward.discharge.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.List;
import org.homeward.discharge.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibPhoneZonesTest {
  @ParameterizedTest
  @CsvSource({
    "+12125550123, America/New_York",
    "+16025550123, America/Phoenix",
    "+18085550123, Pacific/Honolulu",
    "+442079460123, Europe/London",
    "+61291234567, Australia/Sydney",
  })
  void aPrefixTellsTheZone(String number, ZoneId zone) {
    assertEquals(List.of(zone), zones(number));
  }

  @Test
  void aMobileNumberOfALargeCountryMayBeInAnyOfItsZones() {
    List<ZoneId> australia = zones("+61412345678");
    assertTrue(australia.contains(ZoneId.of("Australia/Perth")), "" + australia);
    assertTrue(australia.contains(ZoneId.of("Australia/Sydney")), "" + australia);
  }

  @Test
  void aPrefixThatTellsNothingHasNoZone() {
    assertEquals(List.of(), zones("+99912345678"));
  }

  private static List<ZoneId> zones(String number) {
    return new LibPhoneZones().of(new PhoneNumber(number));
  }
}
