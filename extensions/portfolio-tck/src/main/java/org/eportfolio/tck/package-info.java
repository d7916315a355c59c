/**
 * The contract of {@link org.eportfolio.spi.PortfolioStore}, as tests that any store must pass.
 *
 * <p>The author of a store says in a {@link org.eportfolio.tck.StoreFixture} how to get an empty one, and extends
 * {@link org.eportfolio.tck.PortfolioStoreContract}; that is the whole test class. Each concern is also a class of its
 * own, to be extended alone while a store is being built: rows first, then keys, paging, commits, and so on.
 *
 * <p>The tests use real threads and no sleeps; each of them fails after {@link org.eportfolio.tck.StoreFixture#patience a
 * minute}, so that a deadlocked store does not hang a build.
 *
 * <p>{@link org.eportfolio.tck.WordsContract} is apart from all this: what any module's sentences must be.
 */
@NullMarked
package org.eportfolio.tck;

import org.jspecify.annotations.NullMarked;
