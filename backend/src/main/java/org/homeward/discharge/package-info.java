/** Patients leaving units: discharges, visit codes, contacts and consents. */
@NullMarked
package org.homeward.discharge;

import org.jspecify.annotations.NullMarked;
