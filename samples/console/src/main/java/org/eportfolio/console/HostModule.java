package org.eportfolio.console;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.OptionalBinder;
import java.time.Clock;
import org.eportfolio.core.guice.PortfolioModule;
import org.eportfolio.spi.PortfolioStore;

/** What a host with Guice writes: its store, its clock, and the library's module. */
final class HostModule extends AbstractModule {
    private final PortfolioStore store;
    private final Clock clock;

    HostModule(PortfolioStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    protected void configure() {
        install(new PortfolioModule());
        bind(PortfolioStore.class).toInstance(store);
        OptionalBinder.newOptionalBinder(binder(), Clock.class).setBinding().toInstance(clock);
    }
}
