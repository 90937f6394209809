@NullMarked
package org.homeward.kiosk;

import org.jspecify.annotations.NullMarked;
