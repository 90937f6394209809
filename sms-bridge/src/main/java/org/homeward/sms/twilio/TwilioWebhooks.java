package org.homeward.sms.twilio;

import com.twilio.security.RequestValidator;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.homeward.sms.InboundText;
import org.homeward.sms.OptOutType;
import org.homeward.sms.Refusal;
import org.homeward.sms.StatusReport;
import org.homeward.sms.Webhooks;
import org.jspecify.annotations.Nullable;

/** Twilio's webhooks (twilio.com/docs/messaging/guides/webhook-request). */
public final class TwilioWebhooks implements Webhooks {

  private static final Pattern MESSAGE_SID = Pattern.compile("(SM|MM)[0-9a-fA-F]{32}");
  private static final Pattern ADDRESS = Pattern.compile("\\+[1-9]\\d{3,14}|\\d{3,8}");
  private static final Pattern COUNT = Pattern.compile("\\d{1,5}");

  private final @Nullable RequestValidator validator;

  /** Without a token nothing is authentic. */
  public TwilioWebhooks(@Nullable String authToken) {
    this.validator =
        authToken == null || authToken.isBlank() ? null : new RequestValidator(authToken);
  }

  @Override
  public boolean authentic(
      URI publicUrl, Map<String, String> parameters, @Nullable String signature) {
    return validator != null
        && signature != null
        && validator.validate(publicUrl.toString(), parameters, signature);
  }

  @Override
  public Optional<InboundText> inbound(Map<String, String> parameters) {
    String body = parameters.get("Body");
    String media = parameters.getOrDefault("NumMedia", "0");
    if ((body == null && !parameters.containsKey("NumMedia")) || !COUNT.matcher(media).matches()) {
      return Optional.empty();
    }
    return matching(parameters, "MessageSid", MESSAGE_SID)
        .flatMap(
            sid ->
                matching(parameters, "From", ADDRESS)
                    .flatMap(
                        from ->
                            matching(parameters, "To", ADDRESS)
                                .map(
                                    to ->
                                        new InboundText(
                                            sid,
                                            from,
                                            to,
                                            body == null ? "" : body,
                                            Integer.parseInt(media),
                                            optOut(parameters),
                                            service(parameters)))));
  }

  @Override
  public Optional<StatusReport> status(Map<String, String> parameters) {
    Optional<Integer> errorCode =
        matching(parameters, "ErrorCode", COUNT).map(Integer::valueOf).filter(code -> code != 0);
    return matching(parameters, "MessageSid", MESSAGE_SID)
        .flatMap(
            sid ->
                TwilioStatuses.parse(parameters.getOrDefault("MessageStatus", ""))
                    .map(status -> new StatusReport(sid, status, errorCode)));
  }

  @Override
  public Refusal refusal(int errorCode) {
    return TwilioErrors.refusal(errorCode);
  }

  @Override
  public String signatureHeader() {
    return "X-Twilio-Signature";
  }

  private static Optional<String> matching(
      Map<String, String> parameters, String name, Pattern form) {
    return Optional.ofNullable(parameters.get(name)).filter(value -> form.matcher(value).matches());
  }

  private static Optional<String> service(Map<String, String> parameters) {
    return Optional.ofNullable(parameters.get("MessagingServiceSid"))
        .filter(sid -> sid.startsWith("MG"));
  }

  private static Optional<OptOutType> optOut(Map<String, String> parameters) {
    return switch (parameters.getOrDefault("OptOutType", "")) {
      case "STOP" -> Optional.of(OptOutType.STOP);
      case "START" -> Optional.of(OptOutType.START);
      case "HELP" -> Optional.of(OptOutType.HELP);
      default -> Optional.empty();
    };
  }
}
