@NullMarked
package org.homeward.concern;

import org.jspecify.annotations.NullMarked;
