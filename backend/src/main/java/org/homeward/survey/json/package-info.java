/** The catalogue as files, one a language. */
@NullMarked
package org.homeward.survey.json;

import org.jspecify.annotations.NullMarked;
