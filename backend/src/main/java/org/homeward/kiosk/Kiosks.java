package org.homeward.kiosk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.facility.FacilityId;
import org.homeward.facility.UnitId;
import org.homeward.token.Token;

/** The tablets of facilities, from enrolment to revocation. */
public interface Kiosks {

  /** Lets one tablet enrol. Throws {@link org.homeward.discharge.Discharges.UnitUnknown}. */
  void invite(FacilityId facility, UnitId unit, String name, EnrolmentCode code, Instant expiresAt);

  /** Uses the code up. Empty when it is unknown, used or expired. */
  Optional<Enrolled> enrol(EnrolmentCode code);

  /** A new kiosk, and its token, which is not kept. */
  record Enrolled(Kiosk kiosk, Token token) {}

  /** Revoked ones too. */
  Optional<Kiosk> find(Token token);

  List<Kiosk> list(FacilityId facility);

  /** It asked for its set-up. */
  void contacted(Kiosk kiosk, Optional<String> appVersion);

  /** It said how it is. */
  void reported(Kiosk kiosk, Optional<String> appVersion, Condition condition);

  /**
   * Gives it another name, another unit or both; what is empty stays. Empty when there is no such
   * kiosk. Throws {@link org.homeward.discharge.Discharges.UnitUnknown}.
   */
  Optional<Kiosk> rearrange(
      FacilityId facility, UUID kiosk, Optional<String> name, Optional<UnitId> unit);

  /** False when there is no such kiosk. A kiosk that was locked before stays as it was. */
  boolean lock(FacilityId facility, UUID kiosk);

  /** False when there is no such kiosk. */
  boolean unlock(FacilityId facility, UUID kiosk);

  /** False when there is no such kiosk. A kiosk that was revoked before stays as it was. */
  boolean revoke(FacilityId facility, UUID kiosk);
}
