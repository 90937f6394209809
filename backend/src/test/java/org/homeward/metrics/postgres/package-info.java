@NullMarked
package org.homeward.metrics.postgres;

import org.jspecify.annotations.NullMarked;
