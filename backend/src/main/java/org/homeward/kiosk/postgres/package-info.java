/** Kiosks in PostgreSQL. */
@NullMarked
package org.homeward.kiosk.postgres;

import org.jspecify.annotations.NullMarked;
