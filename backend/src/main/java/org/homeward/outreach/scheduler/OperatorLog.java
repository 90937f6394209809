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
        "The carrier refuses the texts of {0} with error {1} ({2}). Look the error up at the carrier. A stopped sender waits until an administrator releases it; a paused account is tried again in an hour.",
        facility,
        Integer.toString(errorCode),
        refusal);
  }

  @Override
  public void missed(FacilityId facility, int replies) {
    LOG.log(
        Logger.Level.WARNING,
        "{0} replies to {1} were found at the carrier and had not come by webhook. Check the webhook''s address in the carrier''s console.",
        Integer.toString(replies),
        facility);
  }
}
