package org.homeward.outreach.scheduler;

import java.lang.System.Logger;
import org.homeward.facility.FacilityId;
import org.homeward.outreach.Operator;
import org.homeward.sms.Refusal;

/** Tells the operator by the log. */
public final class OperatorLog implements Operator {
  private static final Logger LOG = System.getLogger(OperatorLog.class.getName());

  @Override
  public void tell(FacilityId facility, int errorCode, Refusal refusal) {
    LOG.log(
        Logger.Level.ERROR,
        "The carrier refuses the texts of {0} with error {1} ({2}). Sending is paused for a while and then tried again; look the error up at the carrier.",
        facility,
        Integer.toString(errorCode),
        refusal);
  }
}
