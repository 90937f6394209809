package org.homeward.outreach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeward.facility.Facility;
import org.homeward.facility.FacilityId;
import org.homeward.outreach.json.LexiconFiles;
import org.homeward.survey.Answer;
import org.homeward.survey.Item;
import org.homeward.survey.json.WordingFiles;

/**
 * A conversation as one reads it, after a visit on Tuesday 17 November: what Homeward says, what
 * the patient writes.
 */
final class Transcript {
  private static final Facility MERCY =
      new Facility(
          new FacilityId(new UUID(0, 1)),
          "Mercy",
          ZoneId.of("America/Chicago"),
          List.of("en", "es"),
          Optional.empty(),
          Optional.of("911"),
          false,
          List.of(),
          List.of());

  private static final LocalDate VISIT = LocalDate.of(2026, 11, 17);

  private static final Script SCRIPT = new Script(WordingFiles.read());
  private static final Ear EAR = new Ear(LexiconFiles.read());

  private final String language;
  private final Deque<String> said = new ArrayDeque<>();
  private final Map<Item, Answer> answers = new EnumMap<>(Item.class);
  private Conversation conversation;
  private boolean inTime = true;

  private Transcript(String language, List<Item> notUnderstood) {
    this.language = language;
    this.conversation = Conversation.planned(notUnderstood);
    take(conversation.invite(!notUnderstood.isEmpty()));
  }

  static Transcript in(String language, Item... notUnderstood) {
    return new Transcript(language, List.of(notUnderstood));
  }

  /** Said next, word for word; "..." stands for anything. */
  Transcript homeward(String words) {
    String next = said.isEmpty() ? "(silence)" : said.removeFirst();
    int gap = words.indexOf("...");
    boolean same =
        gap < 0
            ? next.equals(words)
            : next.startsWith(words.substring(0, gap)) && next.endsWith(words.substring(gap + 3));
    assertTrue(same, () -> "Expected \"" + words + "\" but Homeward said: " + next);
    return this;
  }

  Transcript patient(String words) {
    assertTrue(said.isEmpty(), () -> "Homeward also said: " + said);
    Reply reply = new Reply(words);
    take(conversation.hear(EAR.understanding(reply, language), inTime));
    return this;
  }

  Transcript patientSendsAPicture() {
    take(conversation.hear(new Understanding.Picture(), inTime));
    return this;
  }

  /** The round that ends conversations. */
  Transcript expires() {
    List<Item> open = new ArrayList<>();
    conversation.asking().ifPresent(open::add);
    open.addAll(conversation.then());
    conversation =
        new Conversation(
            Conversation.State.EXPIRED, Optional.empty(), open, conversation.last(), 0);
    return this;
  }

  /** What is written from now on is written after the end. */
  Transcript tooLate() {
    inTime = false;
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
    step.given().forEach(given -> answers.put(given.item(), given.answer()));
    step.says().ifPresent(saying -> said.add(SCRIPT.words(saying, occasion())));
  }

  private Occasion occasion() {
    return new Occasion(
        MERCY,
        language,
        Optional.of(VISIT),
        VISIT.plusDays(2),
        Optional.of(URI.create("https://homeward.example.org/r/abc")));
  }
}
