@NullMarked
package org.homeward.metrics;

import org.jspecify.annotations.NullMarked;
