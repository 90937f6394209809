@NullMarked
package org.homeward.survey.json;

import org.jspecify.annotations.NullMarked;
