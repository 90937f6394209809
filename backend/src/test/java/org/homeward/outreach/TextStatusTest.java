package org.homeward.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.homeward.sms.DeliveryStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextStatusTest {

  @ParameterizedTest
  @CsvSource({
    "ATTEMPTING, QUEUED, QUEUED",
    "UNKNOWN, SENT, SENT",
    "WAITING, DELIVERED, DELIVERED",
    "QUEUED, SENDING, SENDING",
    "SENT, QUEUED, SENT",
    "DELIVERED, SENT, DELIVERED",
    "DELIVERED, FAILED, DELIVERED",
    "UNDELIVERED, SENT, UNDELIVERED",
    "FAILED, QUEUED, FAILED",
    "WITHHELD, QUEUED, WITHHELD",
  })
  void aReportOnlyRaises(TextStatus status, DeliveryStatus reported, TextStatus expected) {
    assertEquals(expected, status.after(reported));
  }
}
