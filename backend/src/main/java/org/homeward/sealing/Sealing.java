package org.homeward.sealing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.homeward.facility.FacilityId;
import org.homeward.facility.Ids;

/**
 * Gives tablets the key to seal with, opens what they sealed, and turns keys over.
 *
 * <p>A private key lives for as long as a queue may need it, and no longer: see {@link #turnOver}.
 */
public final class Sealing {
  private static final Duration RENEWED_AFTER = Duration.ofDays(90);

  /** Time for a tablet in the middle of a patient, and for a queue that was taken out as a file. */
  private static final Duration KEPT_AFTER_REPLACEMENT = Duration.ofDays(30);

  /** A queue that is older is not believed its age either. */
  private static final Duration SILENCE = Duration.ofDays(366);

  /** How long a destroyed key may live on in a copy of the service that had used it. */
  private static final Duration REMEMBERED = Duration.ofHours(1);

  private final Keyring keyring;
  private final Hpke hpke;
  private final Ids ids;
  private final InstantSource clock;
  private final Map<Name, Remembered> openers = new ConcurrentHashMap<>();

  private record Name(FacilityId facility, UUID key) {}

  private record Remembered(Hpke.Opener opener, Instant until) {}

  public Sealing(Keyring keyring, Hpke hpke, Ids ids, InstantSource clock) {
    this.keyring = keyring;
    this.hpke = hpke;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * The key that a kiosk is to seal with from now on. Two copies of the service may make a
   * facility's first at once: both are kept, and either opens what was sealed to it.
   *
   * @param oldest the oldest key in the kiosk's queue, if it says one
   */
  public SealingKey handOut(FacilityId facility, UUID kiosk, Optional<UUID> oldest) {
    SealingKey key = keyring.newest(facility).orElseGet(() -> make(facility));
    keyring.note(facility, kiosk, oldest, key, clock.instant());
    return key;
  }

  /**
   * What a tablet of this facility sealed as this response. Empty when it was altered, sealed as
   * another's, or to a key that is not here any more.
   */
  public Optional<byte[]> open(FacilityId facility, UUID response, byte[] sealed) {
    return Envelope.of(sealed)
        .flatMap(
            envelope ->
                opener(facility, envelope.key())
                    .flatMap(opener -> envelope.openedBy(opener, context(facility, response))));
  }

  /**
   * Makes a new key when the newest has grown old, and destroys old private keys: a month after
   * their replacement, unless a kiosk that was heard of within a year has named them, or an older
   * one, as the oldest that its queue needs. So a tablet that is revoked, lost or in a drawer keeps
   * its key for a year after its last word.
   */
  public void turnOver(FacilityId facility) {
    Instant now = clock.instant();
    keyring
        .newest(facility)
        .filter(newest -> newest.madeAt().isBefore(now.minus(RENEWED_AFTER)))
        .ifPresent(old -> make(facility));
    keyring.destroyUnneeded(facility, now.minus(KEPT_AFTER_REPLACEMENT), now.minus(SILENCE), now);
  }

  private SealingKey make(FacilityId facility) {
    Hpke.Pair pair = hpke.generate();
    SealingKey key = new SealingKey(ids.next(), pair.publicKey(), clock.instant());
    keyring.add(facility, key, pair.privateKey());
    return key;
  }

  private Optional<Hpke.Opener> opener(FacilityId facility, UUID key) {
    Instant now = clock.instant();
    openers.values().removeIf(remembered -> remembered.until().isBefore(now));
    Name name = new Name(facility, key);
    Remembered known = openers.get(name);
    if (known != null) {
      return Optional.of(known.opener());
    }
    Optional<Hpke.Opener> opener = keyring.privateKey(facility, key).map(hpke::opener);
    opener.ifPresent(found -> openers.put(name, new Remembered(found, now.plus(REMEMBERED))));
    return opener;
  }

  /** What RFC 9180 calls info. Tablets write the same. */
  private static byte[] context(FacilityId facility, UUID response) {
    return ("homeward/response/1\n" + facility.value() + "\n" + response)
        .getBytes(StandardCharsets.UTF_8);
  }
}
