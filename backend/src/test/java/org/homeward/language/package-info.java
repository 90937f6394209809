@NullMarked
package org.homeward.language;

import org.jspecify.annotations.NullMarked;
