/** Outreach plans over HTTP. */
@NullMarked
package org.homeward.plan.http;

import org.jspecify.annotations.NullMarked;
