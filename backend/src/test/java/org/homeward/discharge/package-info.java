@NullMarked
package org.homeward.discharge;

import org.jspecify.annotations.NullMarked;
