/**
 * The library in a Spring Boot host. A host adds the starter and a store, sets {@code portfolio.…}, and takes desks as
 * arguments of its controllers; each bean here steps back for one of the host's own.
 */
@NullMarked
package org.eportfolio.spring;

import org.jspecify.annotations.NullMarked;
