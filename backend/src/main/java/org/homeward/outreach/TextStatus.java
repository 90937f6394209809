package org.homeward.outreach;

import java.util.Arrays;
import org.homeward.sms.DeliveryStatus;

/**
 * How far a text of ours has come. What a carrier reports can only raise it, and no two statuses
 * that it reports share a rank: so the same reports in any order end in the same status. That a
 * text has arrived outranks any report that it has not.
 */
public enum TextStatus {
  WAITING("waiting", 0),
  ATTEMPTING("attempting", 1),
  UNKNOWN("unknown", 1),
  QUEUED("queued", 2),
  SENDING("sending", 3),
  SENT("sent", 4),
  FAILED("failed", 5),
  UNDELIVERED("undelivered", 6),
  DELIVERED("delivered", 7),
  /** A report on one shows that an earlier, doubtful attempt got through. */
  WITHHELD("withheld", 1);

  private final String code;
  private final int rank;

  TextStatus(String code, int rank) {
    this.code = code;
    this.rank = rank;
  }

  public String code() {
    return code;
  }

  /** A report on a text that waits to be sent again shows that it got through the first time. */
  public TextStatus after(DeliveryStatus reported) {
    TextStatus candidate = of(reported);
    return candidate.rank > rank ? candidate : this;
  }

  public static TextStatus of(String code) {
    return Arrays.stream(values())
        .filter(status -> status.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No text is " + code));
  }

  private static TextStatus of(DeliveryStatus reported) {
    return switch (reported) {
      case QUEUED -> QUEUED;
      case SENDING -> SENDING;
      case SENT -> SENT;
      case DELIVERED -> DELIVERED;
      case UNDELIVERED -> UNDELIVERED;
      case FAILED -> FAILED;
    };
  }
}
