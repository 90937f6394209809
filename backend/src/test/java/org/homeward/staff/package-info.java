@NullMarked
package org.homeward.staff;

import org.jspecify.annotations.NullMarked;
