package org.homeward.outreach.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeward.http.Call;
import org.homeward.http.Permission;
import org.homeward.http.Reply;
import org.homeward.http.Route;
import org.homeward.outreach.Conversations;
import org.homeward.outreach.Conversations.Message;
import org.homeward.outreach.Conversations.Overview;

/** A discharge's conversations as staff may see them: neither words nor numbers. */
public final class ConversationsRoute {
  private final Conversations conversations;

  public ConversationsRoute(Conversations conversations) {
    this.conversations = conversations;
  }

  private record View(
      UUID id, String touchpoint, String state, Instant dueAt, List<MessageView> messages) {
    static View of(Overview conversation) {
      return new View(
          conversation.id().value(),
          conversation.touchpoint().code(),
          conversation.state().code(),
          conversation.due(),
          conversation.messages().stream().map(MessageView::of).toList());
    }
  }

  private record MessageView(
      String direction, String purpose, String status, Instant at, Optional<Integer> errorCode) {
    static MessageView of(Message message) {
      return new MessageView(
          message.direction(),
          message.purpose(),
          message.status(),
          message.at(),
          message.errorCode());
    }
  }

  public Route route() {
    return Route.get("/api/v1/discharges/{id}/conversations", Permission.ADMINISTRATOR, this::list);
  }

  private Reply list(Call call) {
    List<View> items =
        conversations.ofDischarge(call.facility(), call.pathId("id")).stream()
            .map(View::of)
            .toList();
    return Reply.ok(Map.of("items", items));
  }
}
