/** Counts, baselines and changes in PostgreSQL. */
@NullMarked
package org.homeward.metrics.postgres;

import org.jspecify.annotations.NullMarked;
