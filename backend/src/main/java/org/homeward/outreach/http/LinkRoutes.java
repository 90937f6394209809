package org.homeward.outreach.http;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.facility.Facilities;
import org.homeward.facility.Facility;
import org.homeward.http.Call;
import org.homeward.http.Permission;
import org.homeward.http.Problem;
import org.homeward.http.ProblemCode;
import org.homeward.http.Reply;
import org.homeward.http.Route;
import org.homeward.outreach.Conversation;
import org.homeward.outreach.Links;
import org.homeward.outreach.Links.Opened;
import org.homeward.survey.Answer;
import org.homeward.survey.Catalogue;
import org.homeward.survey.Item;
import org.homeward.survey.Respondent;
import org.homeward.token.Token;
import org.jspecify.annotations.Nullable;

/** What the patient's mobile page asks. Its token comes from the page's address. */
public final class LinkRoutes {
  private final Links links;
  private final Facilities facilities;
  private final Catalogue catalogue;
  private final InstantSource clock;

  public LinkRoutes(Links links, Facilities facilities, Catalogue catalogue, InstantSource clock) {
    this.links = links;
    this.facilities = facilities;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/link", Permission.LINK, this::open),
        Route.put("/api/v1/link/answers/{item}", Permission.LINK, this::answer),
        Route.post("/api/v1/link/closing", Permission.LINK, this::close),
        Route.post("/api/v1/link/stop", Permission.LINK, this::stop));
  }

  private Reply open(Call call) {
    Opened opened = known(links.open(token(call), clock.instant()));
    return Reply.ok(view(opened, call.query("language").orElse(opened.language())));
  }

  private record AnswerBody(
      @Nullable String answer, @Nullable String respondent, @Nullable String language) {}

  private Reply answer(Call call) {
    Token token = token(call);
    AnswerBody body = call.body(AnswerBody.class);
    Item item =
        Item.of(call.pathText("item"))
            .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "There is no such item."));
    Links.Given given =
        new Links.Given(
            new Conversation.Given(item, required(body.answer(), Answer::of, "answer")),
            required(body.respondent(), Respondent::of, "respondent"),
            required(
                body.language(), code -> Optional.of(code).filter(catalogue::speaks), "language"));
    return written(links.answer(token, given, catalogue.version(), clock.instant()));
  }

  private Reply close(Call call) {
    return written(links.close(token(call), clock.instant()));
  }

  private Reply stop(Call call) {
    return Reply.ok(progress(known(links.stop(token(call), clock.instant()))));
  }

  /** Nothing was written if it is over now: what is written leaves it open or done. */
  private static Reply written(Optional<Opened> after) {
    Opened opened = known(after);
    if (opened.status() == Links.Status.OVER) {
      throw new Problem(
          ProblemCode.LINK_CLOSED, "The questions of this link are closed. Nothing was stored.");
    }
    return Reply.ok(progress(opened));
  }

  /** How far it is. Which answers were given is not told: the phone may have changed hands. */
  private record Progress(String status, List<String> answered) {}

  private record FacilityOfLink(String name, boolean demonstration) {}

  private record LanguageOfLink(String code, String name) {}

  private record Instrument(int version, List<String> items) {}

  private record View(
      FacilityOfLink facility,
      String touchpoint,
      String status,
      List<String> answered,
      String language,
      List<LanguageOfLink> languages,
      Instrument instrument,
      Map<String, String> wording) {}

  private View view(Opened opened, String wished) {
    Facility facility = facilities.find(opened.facility()).orElseThrow();
    List<String> spoken = facility.languages().stream().filter(catalogue::speaks).toList();
    String language = spoken.contains(wished) ? wished : spoken.getFirst();
    Progress progress = progress(opened);
    return new View(
        new FacilityOfLink(facility.name(), facility.demonstration()),
        opened.touchpoint().code(),
        progress.status(),
        progress.answered(),
        language,
        spoken.stream()
            .map(code -> new LanguageOfLink(code, catalogue.in(code).text("language.name")))
            .toList(),
        new Instrument(
            catalogue.version(), List.of(Item.values()).stream().map(Item::code).toList()),
        catalogue.in(language).texts());
  }

  private static Progress progress(Opened opened) {
    String status =
        switch (opened.status()) {
          case OPEN -> "open";
          case DONE -> "done";
          case OVER -> "over";
        };
    return new Progress(
        status,
        List.of(Item.values()).stream()
            .filter(opened.answered()::contains)
            .map(Item::code)
            .toList());
  }

  private static Token token(Call call) {
    return call.bearerToken().flatMap(Token::parse).orElseThrow(LinkRoutes::unknown);
  }

  private static Opened known(Optional<Opened> opened) {
    return opened.orElseThrow(LinkRoutes::unknown);
  }

  private static Problem unknown() {
    return new Problem(
        ProblemCode.LINK_UNKNOWN, "There is no such link. Open it again from the text message.");
  }

  private static <T> T required(
      @Nullable String given,
      java.util.function.Function<String, Optional<T>> meaning,
      String field) {
    return Optional.ofNullable(given)
        .flatMap(meaning)
        .orElseThrow(
            () ->
                new Problem(
                    ProblemCode.RESPONSE_MALFORMED,
                    "The field \"%s\" is missing or not one of its values. Nothing was stored."
                        .formatted(field)));
  }
}
