/** Concerns in PostgreSQL. */
@NullMarked
package org.homeward.concern.postgres;

import org.jspecify.annotations.NullMarked;
