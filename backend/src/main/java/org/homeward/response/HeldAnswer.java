package org.homeward.response;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.homeward.facility.FacilityId;
import org.homeward.token.Digest;

/**
 * Answers that staff rescued from a tablet and that belong to no known visit. What was answered is
 * not in here.
 *
 * @param id the response's, under which they will be stored
 * @param visitCode as it was typed on the tablet
 * @param digest of the bytes that the tablet kept
 */
public record HeldAnswer(
    FacilityId facility,
    UUID id,
    UUID kiosk,
    Optional<String> visitCode,
    String language,
    Digest digest,
    Instant answeredAt,
    Instant heldAt) {}
