/** Outreach over HTTP: the carrier's webhooks, and what staff may see of a conversation. */
@NullMarked
package org.homeward.outreach.http;

import org.jspecify.annotations.NullMarked;
