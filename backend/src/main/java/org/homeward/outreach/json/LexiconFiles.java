package org.homeward.outreach.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.homeward.outreach.Danger;
import org.homeward.outreach.Lexicon;
import org.homeward.outreach.Vocabulary;
import org.homeward.survey.Answer;

/**
 * Reads {@code outreach/replies/<language>.json}, what people write by what they mean by it, and
 * {@code outreach/red-flags/<language>.json}, how they speak of danger. A list that is left out is
 * empty.
 */
public final class LexiconFiles {
  private static final List<String> LANGUAGES =
      List.of("en", "es", "fr", "ar", "zh-Hans", "vi", "tl", "ru", "ht", "uk");

  private LexiconFiles() {}

  public static Lexicon read() {
    Map<String, Vocabulary> byLanguage = new HashMap<>();
    byLanguage.put(Lexicon.ANY, vocabulary(file("replies/" + Lexicon.ANY)));
    for (String language : LANGUAGES) {
      byLanguage.put(language, vocabulary(file("replies/" + language)));
    }
    List<Danger> dangers =
        LANGUAGES.stream().map(language -> danger(file("red-flags/" + language))).toList();
    return new Lexicon(byLanguage, dangers);
  }

  private static JsonNode file(String name) {
    String file = "/org/homeward/outreach/" + name + ".json";
    try (InputStream in = LexiconFiles.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("There is no " + file);
      }
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  private static Vocabulary vocabulary(JsonNode file) {
    JsonNode stop = file.path("stop");
    Map<Answer, List<String>> answers = byAnswer(file.path("answers"));
    return new Vocabulary(
        file.path("review").asText("unreviewed"),
        file.path("tonal").asBoolean(false),
        Vocabulary.homographs(
            Stream.concat(
                answers.values().stream(),
                Stream.of(stop.path("keywords"), file.path("start"), file.path("help"))
                    .map(LexiconFiles::texts))),
        answers,
        byAnswer(file.path("numbers")),
        texts(file.path("but")),
        texts(file.path("meant")),
        texts(file.path("polite")),
        texts(file.path("wrongPerson")),
        new Vocabulary.Stop(
            texts(stop.path("keywords")),
            texts(stop.path("company")),
            texts(stop.path("phrases")),
            texts(stop.path("negations"))),
        texts(file.path("start")),
        texts(file.path("help")));
  }

  private static Danger danger(JsonNode file) {
    return new Danger(
        file.path("review").asText("unreviewed"),
        file.path("unspaced").asBoolean(false),
        texts(file.path("harmless")),
        texts(file.path("always")),
        texts(file.path("unlessNegated")),
        texts(file.path("if")),
        texts(file.path("before")),
        texts(file.path("after")),
        texts(file.path("subjects")));
  }

  private static Map<Answer, List<String>> byAnswer(JsonNode node) {
    Map<Answer, List<String>> byAnswer = new EnumMap<>(Answer.class);
    for (Answer answer : Answer.values()) {
      byAnswer.put(answer, texts(node.path(answer.code())));
    }
    return byAnswer;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return List.copyOf(texts);
  }
}
