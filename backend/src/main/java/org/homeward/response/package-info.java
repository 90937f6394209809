/** Submissions, stored once and only once. */
@NullMarked
package org.homeward.response;

import org.jspecify.annotations.NullMarked;
