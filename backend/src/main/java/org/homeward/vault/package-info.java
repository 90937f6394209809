/** Keeps identity unreadable: sealing bound to a row, and keyed hashes for look-up. */
@NullMarked
package org.homeward.vault;

import org.jspecify.annotations.NullMarked;
