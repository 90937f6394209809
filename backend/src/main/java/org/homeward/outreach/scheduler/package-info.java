/** When outreach does its rounds: db-scheduler's clock, and a bell for what cannot wait. */
@NullMarked
package org.homeward.outreach.scheduler;

import org.jspecify.annotations.NullMarked;
