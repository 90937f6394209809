/** Random tokens, given out once and kept as hashes. */
@NullMarked
package org.homeward.token;

import org.jspecify.annotations.NullMarked;
