package org.homeward.outreach;

import java.util.Arrays;
import org.homeward.sms.DeliveryStatus;

/** How far a text of ours has come. What a carrier reports can only raise it. */
public enum TextStatus {
  WAITING("waiting", 0),
  ATTEMPTING("attempting", 1),
  UNKNOWN("unknown", 1),
  QUEUED("queued", 2),
  SENDING("sending", 3),
  SENT("sent", 4),
  DELIVERED("delivered", 5),
  UNDELIVERED("undelivered", 5),
  FAILED("failed", 5),
  WITHHELD("withheld", 5);

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
