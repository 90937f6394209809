/** Discharges over HTTP: one by one, as CSV, and their slips. */
@NullMarked
package org.homeward.discharge.http;

import org.jspecify.annotations.NullMarked;
