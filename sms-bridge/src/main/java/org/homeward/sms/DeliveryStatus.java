package org.homeward.sms;

/**
 * How far a text has come, by the carrier's reports, which arrive late, twice and out of order.
 * {@code SENT} is not delivered: it has left the carrier, no more.
 */
public enum DeliveryStatus {
  QUEUED,
  SENDING,
  SENT,
  DELIVERED,
  UNDELIVERED,
  FAILED
}
