@NullMarked
package org.homeward.response;

import org.jspecify.annotations.NullMarked;
