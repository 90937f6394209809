/** Kiosks over HTTP. */
@NullMarked
package org.homeward.kiosk.http;

import org.jspecify.annotations.NullMarked;
