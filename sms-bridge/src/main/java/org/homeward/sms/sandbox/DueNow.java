package org.homeward.sms.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.http.HttpResponse;

/** How asking the service to make its follow-ups due now ended. */
public record DueNow(boolean done, int moved, String sentence) {

  static DueNow ask(Webhook webhook) {
    try {
      return from(webhook.dueNow());
    } catch (IOException e) {
      return failed("Homeward could not be reached at " + webhook.publicUrl() + ".");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed("The sandbox is closing.");
    }
  }

  private static DueNow from(HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      return failed("Homeward answered " + answer.statusCode() + ". Nothing was moved.");
    }
    try {
      int moved = MessagesJson.JSON.readTree(answer.body()).path("moved").asInt(-1);
      return moved < 0 ? failed("Homeward's answer names no number.") : done(moved);
    } catch (JsonProcessingException e) {
      return failed("Homeward's answer is not JSON.");
    }
  }

  private static DueNow done(int moved) {
    return new DueNow(
        true,
        moved,
        switch (moved) {
          case 0 -> "No follow-up is waiting.";
          case 1 -> "1 follow-up is due now.";
          default -> moved + " follow-ups are due now.";
        });
  }

  private static DueNow failed(String sentence) {
    return new DueNow(false, 0, sentence);
  }
}
