/**
 * The port to SMS carriers: what the rest of Homeward knows of texting. It names no carrier and
 * imports nothing but the JDK.
 */
@NullMarked
package org.homeward.sms;

import org.jspecify.annotations.NullMarked;
