package org.homeward.sms;

/** The carrier could not be asked. The message carries no phone number and no text. */
public final class CarrierUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** There is no cause: a client library's own message may quote what it could not read. */
  public CarrierUnavailable(String reason) {
    super(reason);
  }
}
