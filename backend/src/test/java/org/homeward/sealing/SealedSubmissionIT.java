package org.homeward.sealing;

import static org.homeward.app.Hospital.answers;
import static org.homeward.app.Hospital.submission;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.homeward.app.Browser;
import org.homeward.app.Browser.Answer;
import org.homeward.app.Hospital;
import org.homeward.app.ServiceUnderTest;
import org.homeward.db.TestDatabase;
import org.junit.jupiter.api.Test;

class SealedSubmissionIT {
  private final Hospital hospital = Hospital.open(ServiceUnderTest.shared());
  private final Answer enrolled = hospital.enrol(hospital.ward4());
  private final Browser kiosk = hospital.stranger().bearing(enrolled.text("token"));
  private final TabletSeal seal = TabletSeal.of(enrolled.body().path("kiosk"));
  private final UUID id = UUID.randomUUID();

  @Test
  void sealedAnswersAreOpenedAndStoredOnceByTheirBytes() {
    String body = submission(hospital.visitCode("V-1"), answers("yes", "partly", "no"));
    byte[] sealed = seal.seal(id, body);
    Answer first = put(id, sealed);
    assertEquals(201, first.status());
    assertEquals(id.toString(), first.text("id"));
    assertEquals("counted", first.text("standing"));
    assertEquals(200, put(id, sealed).status());
    assertEquals("response-conflicting", put(id, seal.seal(id, body)).code());
    assertEquals(List.of("partly"), treatments());
  }

  @Test
  void whatWasSealedAsAnotherResponseIsNotOpened() {
    byte[] sealed = seal.seal(UUID.randomUUID(), submission("", answers("yes", "yes", "yes")));
    assertUnreadable(sealed);
  }

  @Test
  void whatWasSealedForAnotherFacilityIsNotOpened() {
    Hospital other = Hospital.open(ServiceUnderTest.shared());
    TabletSeal theirs = TabletSeal.of(other.enrol(other.ward4()).body().path("kiosk"));
    String body = submission("", answers("yes", "yes", "yes"));
    assertUnreadable(theirs.seal(id, body));
    TabletSeal ourKeyForThem =
        new TabletSeal(UUID.fromString(other.facility()), seal.key(), seal.publicKey());
    assertUnreadable(ourKeyForThem.seal(id, body));
  }

  @Test
  void whatWasAlteredIsNotOpened() {
    byte[] sealed = seal.seal(id, submission("", answers("yes", "yes", "yes")));
    for (int at : List.of(0, 5, 40, sealed.length - 1)) {
      byte[] altered = sealed.clone();
      altered[at] ^= 1;
      assertUnreadable(altered);
    }
    assertUnreadable(new byte[] {1});
  }

  @Test
  void whatWasSealedMustBeAResponse() {
    assertEquals("json-malformed", put(id, seal.seal(id, "not JSON")).code());
    assertEquals("response-malformed", put(id, seal.seal(id, "{}")).code());
  }

  @Test
  void aTabletIsGivenTheSameKeyWhenItAsksAgain() {
    Answer again = kiosk.with("Homeward-Oldest-Key", seal.key().toString()).get("/api/v1/kiosk");
    assertEquals(seal, TabletSeal.of(again.body()));
    assertEquals(200, kiosk.with("Homeward-Oldest-Key", "none").get("/api/v1/kiosk").status());
  }

  private void assertUnreadable(byte[] sealed) {
    Answer answer = put(id, sealed);
    assertEquals(422, answer.status());
    assertEquals("sealed-unreadable", answer.code());
    assertEquals(List.of(), treatments());
  }

  private Answer put(UUID response, byte[] sealed) {
    return kiosk.put("/api/v1/responses/" + response, TabletSeal.TYPE, sealed);
  }

  private List<String> treatments() {
    return TestDatabase.database()
        .rows(
            "SELECT treatment FROM response WHERE facility_id = CAST(? AS uuid)",
            row -> row.text("treatment"),
            hospital.facility());
  }
}
