package org.homeward.kiosk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.discharge.VisitCode;
import org.homeward.facility.FacilityId;
import org.homeward.facility.UnitId;
import org.homeward.token.Token;

/** The tablets of facilities. */
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

  /** False when there is no such kiosk. A kiosk that was revoked before stays as it was. */
  boolean revoke(FacilityId facility, UUID kiosk);

  void contacted(Kiosk kiosk, Optional<String> appVersion);

  /** What a kiosk may know of a visit. */
  Optional<Visit> visit(FacilityId facility, VisitCode code);

  /**
   * What a kiosk may know.
   *
   * @param numberKnown whether there is a number to text; which one is not for a tablet
   */
  record Visit(VisitCode code, String language, List<String> answered, boolean numberKnown) {}
}
