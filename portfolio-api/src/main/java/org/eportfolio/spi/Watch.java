package org.eportfolio.spi;

/** What {@link PortfolioStore#watch} began. Closing it twice does nothing. */
@FunctionalInterface
public interface Watch extends AutoCloseable {
    @Override
    void close();
}
