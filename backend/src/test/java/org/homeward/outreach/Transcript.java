package org.homeward.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeward.facility.Facility;
import org.homeward.facility.FacilityId;
import org.homeward.survey.Answer;
import org.homeward.survey.Item;
import org.homeward.survey.json.WordingFiles;

/** A conversation as one reads it: what Homeward says, what the patient writes. */
final class Transcript {
  private static final Facility MERCY =
      new Facility(
          new FacilityId(new UUID(0, 1)),
          "Mercy",
          ZoneId.of("America/Chicago"),
          List.of("en", "es"),
          Optional.empty(),
          false,
          List.of(),
          List.of());

  private final Script script = new Script(WordingFiles.read());
  private final String language;
  private final Deque<String> said = new ArrayDeque<>();
  private final Map<Item, Answer> answers = new EnumMap<>(Item.class);
  private Conversation conversation = Conversation.PLANNED;

  private Transcript(String language) {
    this.language = language;
  }

  static Transcript in(String language) {
    Transcript transcript = new Transcript(language);
    transcript.take(Conversation.PLANNED.invite());
    return transcript;
  }

  Transcript homeward(String words) {
    String next = said.isEmpty() ? "(silence)" : said.removeFirst();
    assertTrue(next.contains(words), () -> "Expected \"" + words + "\" but Homeward said: " + next);
    return this;
  }

  Transcript patient(String words) {
    assertTrue(said.isEmpty(), () -> "Homeward also said: " + said);
    take(conversation.hear(new Reply(words).understanding()));
    return this;
  }

  Transcript silence() {
    assertTrue(said.isEmpty(), () -> "Homeward said: " + said);
    return this;
  }

  void ends(Conversation.State state, Answer... expected) {
    silence();
    assertEquals(state, conversation.state());
    assertEquals(List.of(expected), List.copyOf(answers.values()));
  }

  private void take(Conversation.Step step) {
    conversation = step.next();
    step.given().ifPresent(given -> answers.put(given.item(), given.answer()));
    step.says().forEach(saying -> said.add(script.words(saying, MERCY, language)));
  }
}
