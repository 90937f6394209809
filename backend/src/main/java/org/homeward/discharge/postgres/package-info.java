/** Discharges in PostgreSQL. */
@NullMarked
package org.homeward.discharge.postgres;

import org.jspecify.annotations.NullMarked;
