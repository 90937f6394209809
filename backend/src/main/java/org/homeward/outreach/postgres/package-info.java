/** Outreach in PostgreSQL: plans, the outbox, the inbox and the suppression ledger. */
@NullMarked
package org.homeward.outreach.postgres;

import org.jspecify.annotations.NullMarked;
