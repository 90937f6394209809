package org.homeward.sealing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.homeward.facility.FacilityId;

/** Where the key pairs of facilities are kept, shared by all copies of the service. */
public interface Keyring {
  Optional<SealingKey> newest(FacilityId facility);

  void add(FacilityId facility, SealingKey key, String privateKey);

  /** Empty when there never was such a key, or its private half was destroyed. */
  Optional<String> privateKey(FacilityId facility, UUID key);

  /**
   * Notes which key a kiosk may still have answers under.
   *
   * @param oldest of its queue, as it says; empty when it said nothing, which leaves what it said
   *     before
   * @param given the one that it gets now
   */
  void note(FacilityId facility, UUID kiosk, Optional<UUID> oldest, SealingKey given, Instant now);

  /**
   * Destroys the private half of every key that was replaced before {@code replacedBefore}, unless
   * a kiosk that was heard after {@code heardAfter} last named it or an older one.
   */
  void destroyUnneeded(
      FacilityId facility, Instant replacedBefore, Instant heardAfter, Instant now);
}
