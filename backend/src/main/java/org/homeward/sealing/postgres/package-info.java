/** Sealing keys in PostgreSQL. */
@NullMarked
package org.homeward.sealing.postgres;

import org.jspecify.annotations.NullMarked;
