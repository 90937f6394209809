package org.homeward.outreach;

import java.time.InstantSource;
import org.homeward.sms.DeliveryStatus;
import org.homeward.sms.StatusReport;
import org.homeward.sms.Webhooks;

/** Takes in what the carrier reports on a text of ours. */
public final class StatusReports {
  private final Outbox outbox;
  private final Refusals refusals;
  private final Webhooks webhooks;
  private final InstantSource clock;

  public StatusReports(Outbox outbox, Refusals refusals, Webhooks webhooks, InstantSource clock) {
    this.outbox = outbox;
    this.refusals = refusals;
    this.webhooks = webhooks;
    this.clock = clock;
  }

  /** False when there is no such text, or the carrier's text is known as another of ours. */
  public boolean take(StatusCallback callback, StatusReport report) {
    boolean known = outbox.report(callback.facility(), callback.text(), report, clock.instant());
    if (known && failed(report.status())) {
      report
          .errorCode()
          .ifPresent(
              code ->
                  refusals.heedReport(
                      callback.facility(), callback.text(), code, webhooks.refusal(code)));
    }
    return known;
  }

  private static boolean failed(DeliveryStatus status) {
    return switch (status) {
      case UNDELIVERED, FAILED -> true;
      case QUEUED, SENDING, SENT, DELIVERED -> false;
    };
  }
}
