/** Facilities in PostgreSQL. */
@NullMarked
package org.homeward.facility.postgres;

import org.jspecify.annotations.NullMarked;
