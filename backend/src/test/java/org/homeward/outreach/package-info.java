@NullMarked
package org.homeward.outreach;

import org.jspecify.annotations.NullMarked;
