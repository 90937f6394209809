/**
 * Asking patients by text after they have left: when, what is said, what is understood, and who
 * must not be texted.
 */
@NullMarked
package org.homeward.outreach;

import org.jspecify.annotations.NullMarked;
