@NullMarked
package org.homeward.db;

import org.jspecify.annotations.NullMarked;
