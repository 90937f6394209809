/** The demonstration hospital's way into PostgreSQL. */
@NullMarked
package org.homeward.demonstration.postgres;

import org.jspecify.annotations.NullMarked;
