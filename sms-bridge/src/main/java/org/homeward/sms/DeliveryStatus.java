package org.homeward.sms;

/**
 * How far a text has come. Reports arrive late, twice and out of order, so that a status may only
 * be replaced by one of a higher rank. {@code SENT} is not delivered: it has left the carrier, no
 * more.
 */
public enum DeliveryStatus {
  QUEUED(0),
  SENDING(1),
  SENT(2),
  DELIVERED(3),
  UNDELIVERED(3),
  FAILED(3);

  private final int rank;

  DeliveryStatus(int rank) {
    this.rank = rank;
  }

  /** The final statuses share the highest rank: the first of them to be reported stays. */
  public int rank() {
    return rank;
  }

  public boolean isFinal() {
    return rank == 3;
  }

  /**
   * The status after this report has come in: the reported one if it ranks higher, else this one.
   */
  public DeliveryStatus after(DeliveryStatus reported) {
    return reported.rank > rank ? reported : this;
  }
}
