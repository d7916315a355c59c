/**
 * What a stranger implements: a store of rows and journal entries, and the files that go with them.
 *
 * <p>A store knows nothing of the domain. It keeps {@linkplain org.eportfolio.spi.Row rows} under a
 * {@linkplain org.eportfolio.spi.Scope scope} and a {@linkplain org.eportfolio.spi.Kind kind}, finds them again by id or
 * by {@linkplain org.eportfolio.spi.Key key}, and appends {@linkplain org.eportfolio.spi.Entry journal entries}. The
 * contract is what {@link org.eportfolio.spi.PortfolioStore} says, and the module {@code portfolio-tck} checks it.
 * {@link org.eportfolio.spi.GroupCommit} is there to be used, and not needed.
 */
@NullMarked
package org.eportfolio.spi;

import org.jspecify.annotations.NullMarked;
