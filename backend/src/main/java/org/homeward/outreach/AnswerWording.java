package org.homeward.outreach;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.survey.Answer;

/**
 * Which texts are answers: the whole text and nothing but. A yes with a "but" is qualified. What is
 * asked back or polite in a way that could mean something else ("no thanks") is unclear.
 */
final class AnswerWording {
  /** "1 2 3": nothing but digits between spaces, commas or lines. */
  private static final Pattern LIST = Pattern.compile("[1-3](?:[.)]?[\\s,;،、]+[1-3])+[.)!]?");

  private static final String ENGLISH = "en";

  private final Map<String, Tongue> byLanguage = new HashMap<>();
  private final Map<String, Answer> signs = new HashMap<>();

  /** A language read without accents, and with them. */
  private record Tongue(Answers plain, Optional<Answers> toned) {
    static Tongue of(Vocabulary own, Vocabulary any) {
      return new Tongue(
          new Answers(own, any, words -> Phrase.of(words, own).folded()),
          own.tonal()
              ? Optional.of(new Answers(own, any, words -> Phrase.of(words, own).toned()))
              : Optional.empty());
    }

    <T> T read(Reply reply, BiFunction<Answers, String, T> find) {
      return toned.isPresent() && reply.hasTones()
          ? find.apply(toned.get(), reply.toned())
          : find.apply(plain, reply.phrase());
    }
  }

  AnswerWording(Lexicon lexicon) {
    Vocabulary any = lexicon.any();
    lexicon.byLanguage().forEach((language, own) -> byLanguage.put(language, Tongue.of(own, any)));
    any.answers()
        .forEach((answer, list) -> list.forEach(s -> signs.put(new Reply(s).signs(), answer)));
  }

  Understanding understanding(Reply reply, String language) {
    if (isList(reply)) {
      return list(reply);
    }
    if (reply.asksBack() || contradicts(reply, language)) {
      return new Understanding.Unclear();
    }
    return whole(reply, language)
        .<Understanding>map(Understanding.Answered::with)
        .or(() -> corrected(reply, language))
        .or(() -> qualified(reply))
        .or(() -> misspelt(reply, language))
        .orElseGet(Understanding.Unclear::new);
  }

  private static boolean isList(Reply reply) {
    return LIST.matcher(digits(reply)).matches();
  }

  private static Understanding list(Reply reply) {
    return new Understanding.Answered(
        digits(reply)
            .chars()
            .filter(Character::isDigit)
            .mapToObj(digit -> List.of(Answer.YES, Answer.PARTLY, Answer.NO).get(digit - '1'))
            .toList());
  }

  /** The text with the digits of every script as 0 to 9. */
  private static String digits(Reply reply) {
    return Normalizer.normalize(reply.body().strip(), Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .codePoints()
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private Optional<Answer> whole(Reply reply, String language) {
    return reply.phrase().isEmpty()
        ? bySign(reply)
        : agreed(reply, language, (answers, text) -> answers.whole(text));
  }

  /** In the language that was asked in, or in English, or where no two languages disagree. */
  private Optional<Answer> agreed(
      Reply reply, String language, BiFunction<Answers, String, Optional<Answer>> find) {
    return Stream.of(language, ENGLISH)
        .flatMap(name -> Optional.ofNullable(byLanguage.get(name)).stream())
        .flatMap(tongue -> tongue.read(reply, find).stream())
        .findFirst()
        .or(() -> only(found(reply, find)));
  }

  private Set<Answer> found(Reply reply, BiFunction<Answers, String, Optional<Answer>> find) {
    return byLanguage.values().stream()
        .flatMap(tongue -> tongue.read(reply, find).stream())
        .collect(Collectors.toSet());
  }

  private static Optional<Answer> only(Set<Answer> found) {
    return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
  }

  private Optional<Answer> bySign(Reply reply) {
    return only(bySigns(reply));
  }

  /** What the thumbs and ticks of a reply say; nothing when there is a sign that is no answer. */
  private Set<Answer> bySigns(Reply reply) {
    List<Optional<Answer>> read =
        reply
            .signs()
            .codePoints()
            .mapToObj(c -> Optional.ofNullable(signs.get(Character.toString(c))))
            .toList();
    return read.stream().allMatch(Optional::isPresent)
        ? read.stream().flatMap(Optional::stream).collect(Collectors.toSet())
        : Set.of();
  }

  /** Words and a thumb that do not agree. */
  private boolean contradicts(Reply reply, String language) {
    Set<Answer> said = EnumSet.noneOf(Answer.class);
    said.addAll(bySigns(reply));
    whole(reply, language).ifPresent(said::add);
    return said.size() > 1;
  }

  private Optional<Understanding> corrected(Reply reply, String language) {
    return byLanguage.values().stream()
        .flatMap(tongue -> tongue.<Stream<String>>read(reply, Answers::afterMeant))
        .flatMap(rest -> whole(new Reply(rest), language).stream())
        .<Understanding>map(Understanding.Corrected::new)
        .findFirst();
  }

  private Optional<Understanding> qualified(Reply reply) {
    boolean thumbBut =
        bySign(reply).filter(answer -> answer != Answer.NO).isPresent()
            && anyTongue(reply, Answers::saysBut);
    return thumbBut || anyTongue(reply, Answers::qualifies)
        ? Optional.of(new Understanding.Qualified())
        : Optional.empty();
  }

  private boolean anyTongue(Reply reply, BiFunction<Answers, String, Boolean> is) {
    return byLanguage.values().stream().anyMatch(tongue -> tongue.read(reply, is));
  }

  private Optional<Understanding> misspelt(Reply reply, String language) {
    return agreed(reply, language, (answers, text) -> answers.misspelt(text))
        .map(Understanding.Answered::with);
  }
}
