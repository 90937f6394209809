@NullMarked
package org.homeward.demonstration;

import org.jspecify.annotations.NullMarked;
