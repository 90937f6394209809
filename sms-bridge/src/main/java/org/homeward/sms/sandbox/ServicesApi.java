package org.homeward.sms.sandbox;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** Twilio's messaging API, as far as it says which numbers a messaging service has. */
final class ServicesApi implements HttpService {

  private final SandboxSettings settings;

  ServicesApi(SandboxSettings settings) {
    this.settings = settings;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/{service}/PhoneNumbers", Credentials.of(settings).asked(this::numbers));
  }

  private void numbers(ServerRequest request, ServerResponse response) {
    String service = request.path().pathParameters().get("service");
    Answers.json(
        response,
        200,
        MessagesJson.numbers(service, Switchboard.numberOf(service), settings.accountSid()));
  }
}
