/** The desk, over HTTP. */
@NullMarked
package org.homeward.concern.http;

import org.jspecify.annotations.NullMarked;
