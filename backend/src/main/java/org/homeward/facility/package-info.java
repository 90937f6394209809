/** Hospitals and clinics, their units, and the numbers they text from. */
@NullMarked
package org.homeward.facility;

import org.jspecify.annotations.NullMarked;
