package org.homeward.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryStatusTest {

  @ParameterizedTest
  @CsvSource({
    "QUEUED, SENDING, SENDING",
    "SENDING, SENT, SENT",
    "SENT, DELIVERED, DELIVERED",
    "QUEUED, UNDELIVERED, UNDELIVERED",
    "DELIVERED, SENDING, DELIVERED",
    "DELIVERED, SENT, DELIVERED",
    "SENT, QUEUED, SENT",
    "DELIVERED, UNDELIVERED, DELIVERED",
    "UNDELIVERED, DELIVERED, UNDELIVERED",
    "FAILED, SENT, FAILED"
  })
  void aStatusNeverGoesBackwards(
      DeliveryStatus before, DeliveryStatus reported, DeliveryStatus after) {
    assertEquals(after, before.after(reported));
  }

  @Test
  void sentIsNotFinal() {
    assertTrue(!DeliveryStatus.SENT.isFinal() && DeliveryStatus.DELIVERED.isFinal());
  }
}
