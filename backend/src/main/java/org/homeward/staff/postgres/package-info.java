/** People and sessions in PostgreSQL. */
@NullMarked
package org.homeward.staff.postgres;

import org.jspecify.annotations.NullMarked;
