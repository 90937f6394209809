@NullMarked
package org.homeward.token;

import org.jspecify.annotations.NullMarked;
