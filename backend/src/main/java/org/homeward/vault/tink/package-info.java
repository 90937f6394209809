/** The vault, by Tink. */
@NullMarked
package org.homeward.vault.tink;

import org.jspecify.annotations.NullMarked;
