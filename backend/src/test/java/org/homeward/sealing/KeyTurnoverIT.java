package org.homeward.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.homeward.app.Hospital;
import org.homeward.app.ServiceUnderTest;
import org.homeward.db.TestDatabase;
import org.homeward.facility.FacilityId;
import org.homeward.facility.Ids;
import org.homeward.sealing.postgres.PostgresKeyring;
import org.homeward.sealing.tink.TinkHpke;
import org.homeward.vault.tink.TinkVault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyTurnoverIT {
  private static final String BODY = "three answers";

  private final Hospital hospital = Hospital.open(ServiceUnderTest.shared());
  private final FacilityId facility = new FacilityId(UUID.fromString(hospital.facility()));
  private final UUID kiosk = kiosk();
  private final UUID id = UUID.randomUUID();
  private Instant now = Instant.parse("2030-01-01T12:00:00Z");
  @TempDir private Path data;
  private Sealing sealing;
  private SealingKey first;

  /**
   * The service that enrolled the tablet gave it a key years ago; these tests' first replaces it.
   */
  @BeforeEach
  void startAnew() {
    sealing = sealing();
    sealing.turnOver(facility);
    first = hears(Optional.empty());
    hears(Optional.of(first));
  }

  @Test
  void aKeyIsReplacedAfterNinetyDaysAndTheOldOneStillOpens() {
    byte[] sealed = seal(first);
    days(89);
    assertEquals(first, hears(Optional.of(first)));
    days(2);
    SealingKey second = hears(Optional.of(first));
    assertNotEquals(first, second);
    assertOpens(sealed);
    assertOpens(seal(second));
  }

  @Test
  void anOldKeyIsDestroyedAMonthAfterEveryTabletHasMovedOn() {
    byte[] sealed = seal(first);
    days(91);
    SealingKey second = hears(Optional.of(first));
    hears(Optional.of(second));
    days(29);
    assertOpens(sealed);
    days(2);
    assertGone(sealed);
    assertOpens(seal(second));
  }

  @Test
  void anOldKeyIsKeptForAsLongAsATabletNamesIt() {
    byte[] sealed = seal(first);
    for (int quarter = 0; quarter < 12; quarter++) {
      days(91);
      hears(Optional.of(first));
    }
    assertOpens(sealed);
  }

  @Test
  void aKeyBetweenTheOldestNeededAndTheNewestIsKeptToo() {
    days(91);
    SealingKey second = hears(Optional.of(first));
    byte[] sealed = seal(second);
    days(91);
    hears(Optional.of(first));
    days(91);
    assertOpens(sealed);
  }

  @Test
  void aSilentTabletKeepsItsKeyForAYearAfterItsLastWord() {
    byte[] sealed = seal(first);
    days(100);
    days(265);
    assertOpens(sealed);
    days(2);
    assertGone(sealed);
  }

  @Test
  void aTabletThatSaysNothingOfKeysKeepsTheOneItWasGiven() {
    byte[] sealed = seal(first);
    days(91);
    hears(Optional.empty());
    days(40);
    assertOpens(sealed);
  }

  @Test
  void aWordOfAKeyThatIsNotTheFacilitysIsNoWord() {
    byte[] sealed = seal(first);
    days(91);
    sealing.handOut(facility, kiosk, Optional.of(UUID.randomUUID()));
    days(40);
    assertOpens(sealed);
  }

  @Test
  void thePrivateHalfIsUnreadableInTheDatabase() {
    String kept =
        TestDatabase.database()
            .row(
                "SELECT encode(private_key, 'escape') AS kept FROM sealing_key WHERE facility_id = ? AND key_id = ?",
                row -> row.text("kept"),
                facility.value(),
                first.id())
            .orElseThrow();
    assertEquals(-1, kept.indexOf("keyData"));
  }

  /** Another copy of the service, which has nothing in its memory. */
  private Sealing sealing() {
    var ids = new Ids(() -> now);
    return new Sealing(
        new PostgresKeyring(TestDatabase.database(), TinkVault.open(data)),
        new TinkHpke(),
        ids,
        () -> now);
  }

  private void days(int count) {
    now = now.plus(Duration.ofDays(count));
    sealing.turnOver(facility);
  }

  private SealingKey hears(Optional<SealingKey> oldest) {
    return sealing.handOut(facility, kiosk, oldest.map(SealingKey::id));
  }

  private byte[] seal(SealingKey key) {
    return new TabletSeal(facility.value(), key.id(), key.publicKey()).seal(id, BODY);
  }

  private void assertOpens(byte[] sealed) {
    for (Sealing copy : new Sealing[] {sealing, sealing()}) {
      assertArrayEquals(
          BODY.getBytes(StandardCharsets.UTF_8), copy.open(facility, id, sealed).orElseThrow());
    }
  }

  private void assertGone(byte[] sealed) {
    assertEquals(Optional.empty(), sealing.open(facility, id, sealed));
    assertEquals(Optional.empty(), sealing().open(facility, id, sealed));
  }

  private UUID kiosk() {
    return UUID.fromString(hospital.enrol(hospital.ward4()).body().at("/kiosk/id").asText());
  }
}
