/** What every HTTP adapter shares: routes with their permissions, problems, JSON. */
@NullMarked
package org.homeward.http;

import org.jspecify.annotations.NullMarked;
