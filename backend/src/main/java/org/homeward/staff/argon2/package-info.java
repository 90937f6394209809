/** Passwords, by Argon2id. */
@NullMarked
package org.homeward.staff.argon2;

import org.jspecify.annotations.NullMarked;
