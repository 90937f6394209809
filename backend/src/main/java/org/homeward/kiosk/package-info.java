/** Tablets: their enrolment, their tokens, and finding a visit. */
@NullMarked
package org.homeward.kiosk;

import org.jspecify.annotations.NullMarked;
