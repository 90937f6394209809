/** When and how often a facility texts its patients, by its own choice and within the law's. */
@NullMarked
package org.homeward.plan;

import org.jspecify.annotations.NullMarked;
