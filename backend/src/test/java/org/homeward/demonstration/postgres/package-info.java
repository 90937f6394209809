@NullMarked
package org.homeward.demonstration.postgres;

import org.jspecify.annotations.NullMarked;
