/** The vocabularies of replies as files, one a language. */
@NullMarked
package org.homeward.outreach.json;

import org.jspecify.annotations.NullMarked;
