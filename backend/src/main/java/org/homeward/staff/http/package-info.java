/** Sign-in and set-up over HTTP. */
@NullMarked
package org.homeward.staff.http;

import org.jspecify.annotations.NullMarked;
