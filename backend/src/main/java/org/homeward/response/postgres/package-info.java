/** Submissions in PostgreSQL. */
@NullMarked
package org.homeward.response.postgres;

import org.jspecify.annotations.NullMarked;
