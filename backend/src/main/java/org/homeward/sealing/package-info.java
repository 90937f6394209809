/** Answers that tablets seal, and the keys that open them. */
@NullMarked
package org.homeward.sealing;

import org.jspecify.annotations.NullMarked;
