package org.homeward.outreach;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.facility.FacilityId;

/**
 * Where a carrier reports on a text of ours: an address that names the facility and the text, since
 * a report may arrive before we know the carrier's own name for it.
 */
public record StatusCallback(FacilityId facility, TextId text) {
  private static final Pattern SEGMENT =
      Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})~([0-9a-f-]{36})");

  public static Optional<StatusCallback> of(String segment) {
    Matcher matcher = SEGMENT.matcher(segment);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new StatusCallback(
              new FacilityId(UUID.fromString(matcher.group(1))),
              new TextId(UUID.fromString(matcher.group(2)))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public String path() {
    return "/sms/twilio/status/" + facility + "~" + text;
  }

  /**
   * The whole address.
   *
   * @param publicUrl the service's base URL as the carrier sees it
   */
  public URI under(URI publicUrl) {
    return URI.create(publicUrl.toString().replaceFirst("/+$", "") + path());
  }
}
