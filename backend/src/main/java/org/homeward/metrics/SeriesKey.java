package org.homeward.metrics;

import java.util.Optional;
import org.homeward.facility.UnitId;
import org.homeward.survey.Channel;
import org.homeward.survey.Touchpoint;

/**
 * Which series: one measure at one touchpoint over one channel, never pooled over these.
 *
 * @param unit empty: the whole facility
 * @param language empty: all languages
 */
public record SeriesKey(
    Optional<UnitId> unit,
    Measure measure,
    Touchpoint touchpoint,
    Channel channel,
    Optional<String> language) {}
