package org.eportfolio.console.school;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.OptionalBinder;
import java.time.Clock;
import org.eportfolio.core.TakeAway;
import org.eportfolio.core.guice.PortfolioModule;
import org.eportfolio.core.guice.ReadingsKept;
import org.eportfolio.exchange.archive.LeavingPackage;
import org.eportfolio.privacy.ErasureRegister;
import org.eportfolio.privacy.PrivacySettings;
import org.eportfolio.spi.PortfolioStore;

/** What a host with Guice writes: its store, its clock, and the library's module. */
final class HostModule extends AbstractModule {
    private final PortfolioStore store;
    private final Clock clock;
    private final PrivacySettings privacy;
    private final ErasureRegister erasures;
    private final int readings;

    /** @param readings for how many months it is kept who read a dossier; 0 if it is not */
    HostModule(
            PortfolioStore store, Clock clock, PrivacySettings privacy, ErasureRegister erasures, int readings) {
        this.store = store;
        this.clock = clock;
        this.privacy = privacy;
        this.erasures = erasures;
        this.readings = readings;
    }

    @Override
    protected void configure() {
        install(new PortfolioModule());
        bind(PortfolioStore.class).toInstance(store);
        OptionalBinder.newOptionalBinder(binder(), Clock.class).setBinding().toInstance(clock);
        OptionalBinder.newOptionalBinder(binder(), PrivacySettings.class)
                .setBinding()
                .toInstance(privacy);
        OptionalBinder.newOptionalBinder(binder(), ErasureRegister.class)
                .setBinding()
                .toInstance(erasures);
        OptionalBinder.newOptionalBinder(binder(), TakeAway.class).setBinding().toInstance(new LeavingPackage());
        if (readings == 0) return;
        OptionalBinder.newOptionalBinder(binder(), ReadingsKept.class)
                .setBinding()
                .toInstance(new ReadingsKept(readings));
    }
}
