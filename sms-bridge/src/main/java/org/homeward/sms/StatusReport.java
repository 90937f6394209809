package org.homeward.sms;

import java.util.Optional;

/** A carrier's report on a text of ours; {@code errorCode} is the carrier's own. */
public record StatusReport(String carrierId, DeliveryStatus status, Optional<Integer> errorCode) {}
