@NullMarked
package org.homeward.language.http;

import org.jspecify.annotations.NullMarked;
