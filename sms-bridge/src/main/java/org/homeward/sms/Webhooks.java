package org.homeward.sms;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier posts to us: its signature, and its form as values. Parameters are given whole and
 * untrimmed, as decoded from the form body; the signature covers every one of them.
 */
public interface Webhooks {

  /**
   * Whether the carrier signed this request.
   *
   * @param publicUrl the address that the carrier called, built from the configured public base URL
   *     and the request's path and query, never from the request's own host and scheme
   * @param signature the value of {@link #signatureHeader}, null when the request has none
   * @return false too when no secret is configured to check with
   */
  boolean authentic(URI publicUrl, Map<String, String> parameters, @Nullable String signature);

  /** Empty means that it is not a well-formed inbound text. */
  Optional<InboundText> inbound(Map<String, String> parameters);

  /** Empty means that it is not a status report, or one of a status that tells us nothing. */
  Optional<StatusReport> status(Map<String, String> parameters);

  /** What an error code in a status report asks of us. */
  Refusal refusal(int errorCode);

  /** The name of the header that carries the signature. */
  String signatureHeader();
}
