/** A school on the web: pages over the library, by the starter, with Spring Security and Thymeleaf. */
@NullMarked
package org.eportfolio.web;

import org.jspecify.annotations.NullMarked;
