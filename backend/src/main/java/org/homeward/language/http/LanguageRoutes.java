package org.homeward.language.http;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.homeward.facility.Facilities;
import org.homeward.facility.FacilityId;
import org.homeward.http.Call;
import org.homeward.http.Permission;
import org.homeward.http.Problem;
import org.homeward.http.ProblemCode;
import org.homeward.http.Reply;
import org.homeward.http.Route;
import org.homeward.language.Choice;
import org.homeward.language.Languages;
import org.homeward.language.Languages.Decision;
import org.homeward.language.Languages.Outcome;
import org.homeward.survey.Catalogue;
import org.homeward.survey.Wording;
import org.jspecify.annotations.Nullable;

/** The languages of a facility: what there is, what patients may choose, and who decided it. */
public final class LanguageRoutes {
  private final Languages languages;
  private final Facilities facilities;
  private final Catalogue catalogue;
  private final InstantSource clock;

  public LanguageRoutes(
      Languages languages, Facilities facilities, Catalogue catalogue, InstantSource clock) {
    this.languages = languages;
    this.facilities = facilities;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/languages", Permission.ANALYST, this::show),
        Route.put("/api/v1/languages", Permission.ADMINISTRATOR, this::choose));
  }

  private record LanguageView(
      String language,
      String name,
      String direction,
      String review,
      Optional<String> decidedBy,
      Optional<Instant> decidedAt) {}

  /** What patients may choose, in order, and every language that the catalogue speaks. */
  private record LanguagesView(List<String> enabled, List<LanguageView> languages) {}

  private Reply show(Call call) {
    return Reply.ok(view(call.facility()));
  }

  private record ChoiceBody(
      @Nullable List<@Nullable String> languages,
      @Nullable List<@Nullable String> confirmedDrafts) {}

  private Reply choose(Call call) {
    Choice choice = choice(call.body(ChoiceBody.class));
    Outcome outcome =
        languages.choose(call.facility(), choice, call.person().id(), clock.instant());
    return switch (outcome) {
      case Outcome.Chosen() -> Reply.ok(view(call.facility()));
      case Outcome.Unconfirmed(List<Wording> drafts) -> throw unconfirmed(drafts);
    };
  }

  private Choice choice(ChoiceBody body) {
    List<@Nullable String> wanted = orNone(body.languages());
    List<String> spoken = spokenAmong(wanted);
    if (spoken.isEmpty() || spoken.size() < wanted.size()) {
      throw new Problem(
          ProblemCode.FACILITY_MALFORMED,
          "The field \"languages\" is expected to be one or more of %s, each once. Nothing was changed."
              .formatted(String.join(", ", catalogue.languages())));
    }
    return new Choice(spoken, Set.copyOf(spokenAmong(orNone(body.confirmedDrafts()))));
  }

  /** In the order of what was asked for, which in JSON may hold null. */
  private List<String> spokenAmong(List<@Nullable String> asked) {
    return catalogue.languages().stream()
        .filter(asked::contains)
        .sorted(Comparator.comparing(asked::indexOf))
        .toList();
  }

  private static List<@Nullable String> orNone(@Nullable List<@Nullable String> given) {
    return given == null ? List.<@Nullable String>of() : given;
  }

  private static Problem unconfirmed(List<Wording> drafts) {
    return new Problem(
        ProblemCode.DRAFT_UNCONFIRMED,
        "Nobody has reviewed this language yet: %s. Name it in confirmedDrafts to let patients choose it all the same. Nothing was changed."
            .formatted(drafts.stream().map(Wording::language).collect(Collectors.joining(", "))));
  }

  private LanguagesView view(FacilityId facility) {
    Map<String, Decision> latest =
        languages.latest(facility).stream()
            .collect(Collectors.toMap(Decision::language, Function.identity()));
    return new LanguagesView(
        facilities.find(facility).orElseThrow().languages(),
        catalogue.wordings().stream()
            .map(wording -> view(wording, Optional.ofNullable(latest.get(wording.language()))))
            .toList());
  }

  private static LanguageView view(Wording wording, Optional<Decision> decision) {
    return new LanguageView(
        wording.language(),
        wording.name(),
        wording.direction(),
        wording.review().code(),
        decision.map(Decision::decidedBy),
        decision.map(Decision::decidedAt));
  }
}
