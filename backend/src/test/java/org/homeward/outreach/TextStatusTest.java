package org.homeward.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.sms.DeliveryStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextStatusTest {

  @DisplayName("Traps 24 and 25: a status never goes backwards, and sent is not delivered")
  @ParameterizedTest
  @CsvSource({
    "ATTEMPTING, QUEUED, QUEUED",
    "UNKNOWN, SENT, SENT",
    "WAITING, DELIVERED, DELIVERED",
    "QUEUED, SENDING, SENDING",
    "SENT, QUEUED, SENT",
    "SENT, DELIVERED, DELIVERED",
    "DELIVERED, SENDING, DELIVERED",
    "DELIVERED, SENT, DELIVERED",
    "DELIVERED, FAILED, DELIVERED",
    "UNDELIVERED, SENT, UNDELIVERED",
    "UNDELIVERED, DELIVERED, DELIVERED",
    "FAILED, QUEUED, FAILED",
    "WITHHELD, SENT, SENT",
  })
  void aReportOnlyRaises(TextStatus status, DeliveryStatus reported, TextStatus expected) {
    assertEquals(expected, status.after(reported));
    assertNotEquals(TextStatus.SENT, TextStatus.DELIVERED);
  }

  /** What may come of one text: the carrier's answer to us is one of the reports. */
  static Stream<Arguments> courses() {
    return Stream.of(
        Arguments.of(
            List.of(
                DeliveryStatus.QUEUED,
                DeliveryStatus.QUEUED,
                DeliveryStatus.SENDING,
                DeliveryStatus.SENT,
                DeliveryStatus.DELIVERED),
            TextStatus.DELIVERED),
        Arguments.of(
            List.of(
                DeliveryStatus.QUEUED,
                DeliveryStatus.SENT,
                DeliveryStatus.SENT,
                DeliveryStatus.DELIVERED,
                DeliveryStatus.DELIVERED),
            TextStatus.DELIVERED),
        Arguments.of(
            List.of(
                DeliveryStatus.QUEUED,
                DeliveryStatus.QUEUED,
                DeliveryStatus.SENT,
                DeliveryStatus.UNDELIVERED,
                DeliveryStatus.UNDELIVERED),
            TextStatus.UNDELIVERED),
        Arguments.of(
            List.of(DeliveryStatus.QUEUED, DeliveryStatus.FAILED, DeliveryStatus.FAILED),
            TextStatus.FAILED),
        Arguments.of(
            List.of(
                DeliveryStatus.QUEUED,
                DeliveryStatus.SENT,
                DeliveryStatus.UNDELIVERED,
                DeliveryStatus.DELIVERED),
            TextStatus.DELIVERED),
        Arguments.of(
            List.of(
                DeliveryStatus.QUEUED,
                DeliveryStatus.SENDING,
                DeliveryStatus.SENT,
                DeliveryStatus.FAILED,
                DeliveryStatus.UNDELIVERED,
                DeliveryStatus.DELIVERED,
                DeliveryStatus.QUEUED),
            TextStatus.DELIVERED));
  }

  @DisplayName("Trap 24: every permutation of a text's reports ends in the same status")
  @ParameterizedTest
  @MethodSource("courses")
  void everyPermutationEndsInTheSameStatus(List<DeliveryStatus> reports, TextStatus end) {
    for (TextStatus start :
        List.of(
            TextStatus.WAITING, TextStatus.ATTEMPTING, TextStatus.UNKNOWN, TextStatus.WITHHELD)) {
      for (List<DeliveryStatus> order : permutations(reports)) {
        TextStatus status = start;
        for (DeliveryStatus report : order) {
          status = status.after(report);
        }
        assertEquals(end, status, order.toString());
      }
    }
  }

  static <T> List<List<T>> permutations(List<T> items) {
    if (items.isEmpty()) {
      return List.of(List.of());
    }
    List<List<T>> all = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      List<T> rest = new ArrayList<>(items);
      T first = rest.remove(i);
      for (List<T> tail : permutations(rest)) {
        List<T> order = new ArrayList<>(List.of(first));
        order.addAll(tail);
        all.add(order);
      }
    }
    return all;
  }
}
