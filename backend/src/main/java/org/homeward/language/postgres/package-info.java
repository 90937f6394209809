@NullMarked
package org.homeward.language.postgres;

import org.jspecify.annotations.NullMarked;
