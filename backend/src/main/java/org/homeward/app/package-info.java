/** Main, wiring and configuration: the only package that constructs adapters. */
@NullMarked
package org.homeward.app;

import org.jspecify.annotations.NullMarked;
