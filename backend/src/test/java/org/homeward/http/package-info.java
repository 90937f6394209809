@NullMarked
package org.homeward.http;

import org.jspecify.annotations.NullMarked;
