/** The instrument: its items, its wording in every language, and the answers that it takes. */
@NullMarked
package org.homeward.survey;

import org.jspecify.annotations.NullMarked;
