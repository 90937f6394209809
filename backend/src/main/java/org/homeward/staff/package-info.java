/** People: sign-in, sessions and roles. */
@NullMarked
package org.homeward.staff;

import org.jspecify.annotations.NullMarked;
