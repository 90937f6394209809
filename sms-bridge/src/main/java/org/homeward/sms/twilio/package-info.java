/** Twilio behind the port, through its own client library. */
@NullMarked
package org.homeward.sms.twilio;

import org.jspecify.annotations.NullMarked;
