/** HPKE, by Tink. */
@NullMarked
package org.homeward.sealing.tink;

import org.jspecify.annotations.NullMarked;
