package org.homeward.demonstration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.demonstration.Story.Chapter;
import org.homeward.demonstration.Story.Reply;
import org.homeward.demonstration.Story.Visit;
import org.junit.jupiter.api.Test;

class AuthorTest {
  private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
  private static final Story STORY = new Author(7, NOW).story();

  @Test
  void theSameSeedWritesTheSamePatients() {
    Story again = new Author(7, NOW).story();
    assertEquals(
        STORY.chapters().stream().map(Chapter::visits).toList(),
        again.chapters().stream().map(Chapter::visits).toList());
    assertEquals(
        STORY.chapters().stream().map(Chapter::replies).toList(),
        again.chapters().stream().map(Chapter::replies).toList());
  }

  @Test
  void nothingHappensAfterNow() {
    assertTrue(visits().noneMatch(visit -> visit.dischargedAt().isAfter(NOW)));
    assertTrue(replies().noneMatch(reply -> reply.receivedAt().isAfter(NOW)));
    assertTrue(replies().anyMatch(reply -> reply.receivedAt().isAfter(NOW.minusSeconds(86_400))));
  }

  @Test
  void patientsAreInventedAndCannotBeTexted() {
    assertTrue(visits().allMatch(visit -> visit.number().startsWith("DEMO-")));
    assertTrue(STORY.chapters().stream().allMatch(chapter -> chapter.facility().demonstration()));
  }

  @Test
  void aDischargeIsAskedOnceAtEachTouchpoint() {
    List<String> asked =
        replies()
            .filter(reply -> reply.visit().isPresent() && !reply.standing().equals("stopped"))
            .map(reply -> reply.visit().orElseThrow() + reply.touchpoint().code())
            .toList();
    assertEquals(asked.size(), asked.stream().distinct().count());
  }

  @Test
  void aHospitalGivesACodeOnce() {
    for (Chapter chapter : STORY.chapters()) {
      long codes = chapter.visits().stream().map(Visit::code).distinct().count();
      assertEquals(chapter.visits().size(), codes);
    }
  }

  private static Stream<Visit> visits() {
    return STORY.chapters().stream().flatMap(chapter -> chapter.visits().stream());
  }

  private static Stream<Reply> replies() {
    return STORY.chapters().stream().flatMap(chapter -> chapter.replies().stream());
  }
}
