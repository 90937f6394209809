/** Phone numbers as people write them, by libphonenumber. */
@NullMarked
package org.homeward.discharge.phone;

import org.jspecify.annotations.NullMarked;
