/** Which languages patients of a facility may choose, and who decided it. */
@NullMarked
package org.homeward.language;

import org.jspecify.annotations.NullMarked;
