package org.eportfolio.console.school;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.OptionalBinder;
import java.time.Clock;
import org.eportfolio.certification.ExamUse;
import org.eportfolio.core.TakeAway;
import org.eportfolio.core.guice.PortfolioModule;
import org.eportfolio.exchange.archive.LeavingPackage;
import org.eportfolio.privacy.ErasureRegister;
import org.eportfolio.privacy.PrivacySettings;
import org.eportfolio.spi.PortfolioStore;
import org.jspecify.annotations.Nullable;

/** What a host with Guice writes: its store, its clock, and the library's module. */
final class HostModule extends AbstractModule {
    private final PortfolioStore store;
    private final Clock clock;
    private final PrivacySettings privacy;
    private final ErasureRegister erasures;
    private final @Nullable ExamUse exams;

    HostModule(
            PortfolioStore store,
            Clock clock,
            PrivacySettings privacy,
            ErasureRegister erasures,
            @Nullable ExamUse exams) {
        this.exams = exams;
        this.store = store;
        this.clock = clock;
        this.privacy = privacy;
        this.erasures = erasures;
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
        if (exams != null) {
            OptionalBinder.newOptionalBinder(binder(), ExamUse.class)
                    .setBinding()
                    .toInstance(exams);
        }
        OptionalBinder.newOptionalBinder(binder(), TakeAway.class).setBinding().toInstance(new LeavingPackage());
    }
}
