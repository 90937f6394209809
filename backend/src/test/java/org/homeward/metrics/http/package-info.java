@NullMarked
package org.homeward.metrics.http;

import org.jspecify.annotations.NullMarked;
