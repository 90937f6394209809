/**
 * A carrier of our own that speaks Twilio's protocol, with phones on a page and failures on demand.
 */
@NullMarked
package org.homeward.sms.sandbox;

import org.jspecify.annotations.NullMarked;
