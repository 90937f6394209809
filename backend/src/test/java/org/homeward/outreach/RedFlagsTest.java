package org.homeward.outreach;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.homeward.outreach.json.LexiconFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How well danger is recognised in the replies of {@code red-flags.csv}. The rules were tuned on
 * one part of it and never on the other, which was written before there were any.
 */
class RedFlagsTest {
  private static final Ear EAR = new Ear(LexiconFiles.read());
  private static final List<Labelled> REPLIES = labelled();

  private record Labelled(String part, String language, boolean emergency, String reply) {}

  /** How many alarms were right and wrong, and how many were missed. */
  private record Score(long right, long falseAlarms, long missed) {
    static Score of(Predicate<Labelled> which) {
      List<Labelled> some = REPLIES.stream().filter(which).toList();
      return new Score(
          some.stream().filter(r -> r.emergency && alarmed(r)).count(),
          some.stream().filter(r -> !r.emergency && alarmed(r)).count(),
          some.stream().filter(r -> r.emergency && !alarmed(r)).count());
    }

    double precision() {
      return (double) right / (right + falseAlarms);
    }

    double recall() {
      return (double) right / (right + missed);
    }
  }

  @Test
  void atLeastFourHundredRepliesAreLabelledAndHalfOfThemHeldOut() {
    assertTrue(REPLIES.size() >= 400, () -> REPLIES.size() + " replies");
    assertTrue(REPLIES.stream().filter(r -> r.part.equals("held-out")).count() >= 200);
  }

  @Test
  void mostDangerIsRecognisedInRepliesThatTheRulesNeverSaw() {
    Score tuning = report("tuning", r -> r.part.equals("tuning"));
    Score heldOut = report("held-out", r -> r.part.equals("held-out"));
    assertTrue(tuning.recall() >= 0.97 && tuning.precision() >= 0.97, tuning::toString);
    assertTrue(heldOut.recall() >= 0.80, heldOut::toString);
    assertTrue(heldOut.precision() >= 0.85, heldOut::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "fr", "ar", "zh-Hans", "vi", "tl", "ru", "ht", "uk"})
  void eachLanguageIsHeard(String language) {
    Score score =
        report(
            "held-out " + language, r -> r.part.equals("held-out") && r.language.equals(language));
    assertTrue(score.recall() >= 0.5, score::toString);
  }

  @Test
  void anAnswerWithARedFlagIsARedFlag() {
    assertTrue(EAR.alarmed(new Reply("1. But I can't breathe")));
    assertTrue(EAR.alarmed(new Reply("No I have chest pain")));
    assertFalse(EAR.alarmed(new Reply("No chest pain")));
  }

  private static Score report(String name, Predicate<Labelled> which) {
    Score score = Score.of(which);
    System.out.printf(
        "Red flags, %s: precision %.3f, recall %.3f (%d right, %d false, %d missed)%n",
        name, score.precision(), score.recall(), score.right, score.falseAlarms, score.missed);
    return score;
  }

  private static boolean alarmed(Labelled labelled) {
    return EAR.alarmed(new Reply(labelled.reply));
  }

  private static List<Labelled> labelled() {
    try (InputStream in = RedFlagsTest.class.getResourceAsStream("red-flags.csv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(
              line -> {
                List<String> fields = List.of(line.split(",", 4));
                return new Labelled(
                    fields.get(0),
                    fields.get(1),
                    fields.get(2).equals("yes"),
                    fields.get(3).replaceAll("^\"|\"$", ""));
              })
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
