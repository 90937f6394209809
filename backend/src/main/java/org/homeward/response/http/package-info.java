/** Submissions over HTTP. */
@NullMarked
package org.homeward.response.http;

import org.jspecify.annotations.NullMarked;
