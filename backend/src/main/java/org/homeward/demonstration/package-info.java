/** An invented hospital with a history, to look at before there is a real one. */
@NullMarked
package org.homeward.demonstration;

import org.jspecify.annotations.NullMarked;
