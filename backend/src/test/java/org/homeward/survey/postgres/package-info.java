@NullMarked
package org.homeward.survey.postgres;

import org.jspecify.annotations.NullMarked;
