/** A year of the VosRêves class, and made-up schools of any size. */
@NullMarked
package org.eportfolio.console.demo;

import org.jspecify.annotations.NullMarked;
