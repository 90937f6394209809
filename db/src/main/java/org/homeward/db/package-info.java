/** The database: migrations, the embedded PostgreSQL and the one way to run a statement. */
@NullMarked
package org.homeward.db;

import org.jspecify.annotations.NullMarked;
