package org.homeward.sms.sandbox;

import io.helidon.common.parameters.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Twilio's REST API of messages: create, list, fetch. */
final class MessagesApi implements HttpService {

  private static final int LONGEST_BODY = 1600;
  private static final int LONGEST_TIME_OUT_SECONDS = 60;

  private final SandboxSettings settings;
  private final Switchboard switchboard;
  private final Texts texts;
  private final Failures failures;
  private final CountDownLatch closing;

  MessagesApi(
      SandboxSettings settings,
      Switchboard switchboard,
      Texts texts,
      Failures failures,
      CountDownLatch closing) {
    this.settings = settings;
    this.switchboard = switchboard;
    this.texts = texts;
    this.failures = failures;
    this.closing = closing;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .post("/{account}/Messages.json", authenticated(this::create))
        .get("/{account}/Messages.json", authenticated(this::list))
        .get("/{account}/Messages/{message}", authenticated(this::fetch));
  }

  private Handler authenticated(Handler handler) {
    return Credentials.of(settings)
        .asked(
            (request, response) -> {
              if (request.path().pathParameters().get("account").equals(settings.accountSid())) {
                handler.handle(request, response);
              } else {
                Answers.error(response, ApiError.of(20404));
              }
            });
  }

  private void create(ServerRequest request, ServerResponse response) throws InterruptedException {
    Map<String, String> form = Answers.values(request.content().as(Parameters.class));
    Optional<Failure> throttled = failures.take(Failure.Kind.THROTTLED);
    if (throttled.isPresent()) {
      response.header(HeaderNames.RETRY_AFTER, Long.toString(throttled.get().delay().toSeconds()));
      Answers.error(response, ApiError.of(20429));
      return;
    }
    if (failures.take(Failure.Kind.ERROR).isPresent()) {
      Answers.error(response, ApiError.of(20500));
      return;
    }
    Optional<ApiError> refusal = refusal(form);
    if (refusal.isPresent()) {
      Answers.error(response, refusal.get());
      return;
    }
    accept(form, response);
  }

  private Optional<ApiError> refusal(Map<String, String> form) {
    Optional<Failure> told = failures.take(Failure.Kind.REFUSED);
    if (told.isPresent()) {
      return Optional.of(ApiError.of(told.get().code()));
    }
    String body = form.getOrDefault("Body", "");
    String phone = form.getOrDefault("To", "");
    String sender = sender(form);
    if (phone.isEmpty()) {
      return Optional.of(ApiError.of(21604));
    }
    if (sender == null) {
      return Optional.of(ApiError.of(21603));
    }
    if (body.isEmpty()) {
      return Optional.of(ApiError.of(21602));
    }
    if (body.length() > LONGEST_BODY) {
      return Optional.of(ApiError.of(21617));
    }
    if (!SandboxCarrier.isPhone(phone)) {
      return Optional.of(ApiError.of(21211));
    }
    return switchboard.stopped(phone, sender) ? Optional.of(ApiError.of(21610)) : Optional.empty();
  }

  private void accept(Map<String, String> form, ServerResponse response)
      throws InterruptedException {
    String callback = form.get("StatusCallback");
    SandboxText text =
        switchboard.take(
            form.getOrDefault("MessagingServiceSid", form.getOrDefault("From", "")),
            form.getOrDefault("To", ""),
            form.getOrDefault("Body", ""),
            callback == null ? null : URI.create(callback),
            new SandboxText.Kept(
                !form.getOrDefault("ContentRetention", "").equals("discard"),
                !form.getOrDefault("AddressRetention", "").equals("obfuscate")));
    if (failures.take(Failure.Kind.TIME_OUT_AFTER_ACCEPTING).isPresent()) {
      boolean closed = closing.await(LONGEST_TIME_OUT_SECONDS, TimeUnit.SECONDS);
      Answers.error(response, new ApiError(20504, closed ? 503 : 504, "Gateway time-out"));
    } else if (failures.take(Failure.Kind.ERROR_AFTER_ACCEPTING).isPresent()) {
      Answers.error(response, ApiError.of(20500));
    } else {
      Answers.json(response, 201, MessagesJson.message(text, settings.accountSid()));
    }
  }

  private void list(ServerRequest request, ServerResponse response) {
    if (failures.take(Failure.Kind.LISTING_ERROR).isPresent()) {
      Answers.error(response, ApiError.of(20500));
      return;
    }
    Listing listing = Listing.from(Answers.values(request.query()));
    Answers.json(response, 200, listing.of(texts.all(), settings.accountSid()));
  }

  private void fetch(ServerRequest request, ServerResponse response) {
    String name = request.path().pathParameters().get("message");
    texts
        .find(name.replaceFirst("\\.json$", ""))
        .ifPresentOrElse(
            text -> Answers.json(response, 200, MessagesJson.message(text, settings.accountSid())),
            () -> Answers.error(response, ApiError.of(20404)));
  }

  private static @Nullable String sender(Map<String, String> form) {
    String service = form.get("MessagingServiceSid");
    return service == null ? form.get("From") : service;
  }
}
