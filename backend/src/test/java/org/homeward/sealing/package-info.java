@NullMarked
package org.homeward.sealing;

import org.jspecify.annotations.NullMarked;
