/** Facilities over HTTP. */
@NullMarked
package org.homeward.facility.http;

import org.jspecify.annotations.NullMarked;
