package org.homeward.outreach;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.survey.Answer;

/**
 * How people who write one language answer, and what else they may want of us. Everything is
 * written as one would write it, accents included.
 *
 * @param review who has read it, honestly
 * @param tonal accents tell words apart, so that they count where they are written
 * @param homographs what needs its accents to be told from something else
 * @param answers whole texts that are an answer
 * @param numbers the words for 1, 2 and 3, by what they answer
 * @param but what makes a yes a partial one
 * @param meant what comes before a corrected answer
 * @param polite what may surround an answer, or be all that is said
 * @param wrongPerson said anywhere in a text
 * @param stop how one asks to be left alone
 * @param start whole texts
 * @param help whole texts
 */
public record Vocabulary(
    String review,
    boolean tonal,
    Set<String> homographs,
    Map<Answer, List<String>> answers,
    Map<Answer, List<String>> numbers,
    List<String> but,
    List<String> meant,
    List<String> polite,
    List<String> wrongPerson,
    Stop stop,
    List<String> start,
    List<String> help) {

  /** Whether these words look like others of another meaning where accents are left out. */
  boolean ambiguousWithoutTones(Reply written) {
    return homographs.contains(written.phrase());
  }

  /**
   * What is in more than one list when accents are left out: Vietnamese "đúng" (right) and "dừng"
   * (stop) are both "dung".
   */
  public static Set<String> homographs(Stream<List<String>> lists) {
    Map<String, Long> counts =
        lists
            .flatMap(list -> list.stream().map(Reply::folded).distinct())
            .collect(Collectors.groupingBy(word -> word, Collectors.counting()));
    return counts.entrySet().stream()
        .filter(count -> count.getValue() > 1)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Any reasonable wording counts.
   *
   * @param keywords whole texts, and whole sentences of one
   * @param company a keyword among nothing but these is still that keyword
   * @param phrases said anywhere in a sentence
   * @param negations before a phrase they turn it into its opposite
   */
  public record Stop(
      List<String> keywords, List<String> company, List<String> phrases, List<String> negations) {}
}
