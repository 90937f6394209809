/** Outreach plans in PostgreSQL. */
@NullMarked
package org.homeward.plan.postgres;

import org.jspecify.annotations.NullMarked;
