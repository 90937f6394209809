package org.homeward.sms;

import org.jspecify.annotations.Nullable;

/** The carrier could not be asked. The message carries no phone number and no text. */
public final class CarrierUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CarrierUnavailable(String reason, @Nullable Throwable cause) {
    super(reason, cause);
  }
}
