package org.homeward.sms.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.sms.Segments;

/** What the phones page shows, as JSON. */
final class PhonesJson {

  private PhonesJson() {}

  static ObjectNode state(SandboxCarrier carrier) {
    List<SandboxText> texts = carrier.texts();
    ObjectNode state =
        MessagesJson.JSON.createObjectNode().put("publicUrl", carrier.publicUrl().toString());
    ArrayNode phones = state.putArray("phones");
    lastOfEach(texts).forEach(text -> phones.add(text(text)));
    ArrayNode numbers = state.putArray("numbers");
    texts.stream().map(SandboxText::number).distinct().sorted().forEach(numbers::add);
    ArrayNode failures = state.putArray("failures");
    for (Failure failure : carrier.failures()) {
      failures
          .addObject()
          .put("kind", failure.kind().name())
          .put("code", failure.code())
          .put("seconds", failure.delay().toSeconds())
          .put("times", failure.times());
    }
    return state;
  }

  static ObjectNode thread(List<SandboxText> texts) {
    ObjectNode thread = MessagesJson.JSON.createObjectNode();
    ArrayNode items = thread.putArray("texts");
    texts.forEach(text -> items.add(text(text)));
    return thread;
  }

  static ObjectNode text(SandboxText text) {
    Segments segments = Segments.of(text.body());
    return MessagesJson.JSON
        .createObjectNode()
        .put("sid", text.sid())
        .put("phone", text.phone())
        .put("number", text.number())
        .put("direction", text.toPhone() ? "to-phone" : "from-phone")
        .put("body", text.body())
        .put("status", text.status())
        .put("errorCode", text.errorCode())
        .put("at", text.createdAt().toString())
        .put("encoding", segments.encoding() == Segments.Encoding.GSM_7 ? "GSM-7" : "UCS-2")
        .put("segments", segments.count())
        .put("webhook", text.webhook());
  }

  /** The last text of every phone, the most recent first. */
  private static List<SandboxText> lastOfEach(List<SandboxText> texts) {
    Map<String, SandboxText> last = new LinkedHashMap<>();
    for (SandboxText text : texts) {
      last.remove(text.phone());
      last.put(text.phone(), text);
    }
    return List.copyOf(last.values()).reversed();
  }
}
