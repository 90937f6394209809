/**
 * The benchmarks behind scripts/bench: figures as ratios within one run, since machines are noisy.
 */
@NullMarked
package org.homeward.bench;

import org.jspecify.annotations.NullMarked;
