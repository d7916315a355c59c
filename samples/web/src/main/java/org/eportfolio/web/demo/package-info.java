/** The year of the VosRêves class, as a school to click through. */
@NullMarked
package org.eportfolio.web.demo;

import org.jspecify.annotations.NullMarked;
