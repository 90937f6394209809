package org.homeward.sms.sandbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How one text is to fare, decided when it is taken. */
record Delivery(@Nullable Integer errorCode, Duration late, boolean twice, boolean outOfOrder) {

  static final Delivery UNDISTURBED = new Delivery(null, Duration.ZERO, false, false);

  static Delivery from(Failures failures) {
    return new Delivery(
        failures.take(Failure.Kind.UNDELIVERED).map(Failure::code).orElse(null),
        failures.take(Failure.Kind.CALLBACKS_LATE).map(Failure::delay).orElse(Duration.ZERO),
        failures.take(Failure.Kind.CALLBACKS_TWICE).isPresent(),
        failures.take(Failure.Kind.CALLBACKS_OUT_OF_ORDER).isPresent());
  }

  /** Late and disordered reports are held back until the text has arrived. */
  boolean heldBack() {
    return outOfOrder || late.isPositive();
  }

  String end() {
    return errorCode == null ? "delivered" : "undelivered";
  }
}
