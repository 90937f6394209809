package org.homeward.sms;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboundTextTest {

  @Test
  void neitherNumberNorTextIsLogged() {
    OutboundText text = text("+12025550100", "+12025550147", "Do you know?", 3600);
    assertTrue(text.toString().contains(text.messageId().toString()));
    assertFalse(text.toString().contains("0147"));
    assertFalse(text.toString().contains("know"));
  }

  @ParameterizedTest
  @CsvSource({
    "12025550100, +12025550147, Hello, 60",
    "+12025550100, 2025550147, Hello, 60",
    "+12025550100, +12025550147, ' ', 60",
    "+12025550100, +12025550147, Hello, 0",
    "+12025550100, +12025550147, Hello, 36001"
  })
  void aTextThatNoCarrierTakesIsNotMade(String sender, String recipient, String body, int seconds) {
    assertThrows(IllegalArgumentException.class, () -> text(sender, recipient, body, seconds));
  }

  private static OutboundText text(String sender, String recipient, String body, int seconds) {
    return new OutboundText(
        UUID.randomUUID(),
        sender,
        recipient,
        body,
        Duration.ofSeconds(seconds),
        URI.create("https://homeward.example.org/sms/twilio/status/1"));
  }
}
