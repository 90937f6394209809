package org.homeward.outreach;

import org.homeward.facility.FacilityId;
import org.homeward.sms.Refusal;

/** The person who runs this installation. */
public interface Operator {

  /** The carrier refuses in a way that only a person can mend. */
  void tell(FacilityId facility, int errorCode, Refusal refusal);

  /** So many replies came without their webhook, and were found at the carrier. */
  void missed(FacilityId facility, int replies);
}
