@NullMarked
package org.homeward.survey;

import org.jspecify.annotations.NullMarked;
