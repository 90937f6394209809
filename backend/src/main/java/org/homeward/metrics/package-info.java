/** Baselines, trends, limits and signals: what the counts mean. Every formula names its source. */
@NullMarked
package org.homeward.metrics;

import org.jspecify.annotations.NullMarked;
