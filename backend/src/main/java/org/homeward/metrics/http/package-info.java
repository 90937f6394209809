/** Trends, baselines and changes over HTTP. */
@NullMarked
package org.homeward.metrics.http;

import org.jspecify.annotations.NullMarked;
