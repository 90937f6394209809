/** What staff must look at, from when it is raised until somebody says how it ended. */
@NullMarked
package org.homeward.concern;

import org.jspecify.annotations.NullMarked;
