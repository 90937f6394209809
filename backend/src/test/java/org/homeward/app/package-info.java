@NullMarked
package org.homeward.app;

import org.jspecify.annotations.NullMarked;
