package org.eportfolio.console.school;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.OptionalBinder;
import java.time.Clock;
import org.eportfolio.certification.ExamUse;
import org.eportfolio.console.picture.PicturePreviews;
import org.eportfolio.core.TakeAway;
import org.eportfolio.core.guice.PortfolioModule;
import org.eportfolio.core.guice.ReadingsKept;
import org.eportfolio.exchange.archive.LeavingPackage;
import org.eportfolio.privacy.ErasureRegister;
import org.eportfolio.privacy.PrivacySettings;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.PreviewMaker;

/** What a host with Guice writes: its store, its clock, and the library's module. */
final class HostModule extends AbstractModule {
    private final PortfolioStore store;
    private final Clock clock;
    private final PrivacyFile stated;
    private final ErasureRegister erasures;

    HostModule(PortfolioStore store, Clock clock, PrivacyFile stated, ErasureRegister erasures) {
        this.store = store;
        this.clock = clock;
        this.stated = stated;
        this.erasures = erasures;
    }

    @Override
    protected void configure() {
        install(new PortfolioModule());
        bind(PortfolioStore.class).toInstance(store);
        OptionalBinder.newOptionalBinder(binder(), Clock.class).setBinding().toInstance(clock);
        OptionalBinder.newOptionalBinder(binder(), PrivacySettings.class)
                .setBinding()
                .toInstance(stated.settings());
        OptionalBinder.newOptionalBinder(binder(), ErasureRegister.class)
                .setBinding()
                .toInstance(erasures);
        ExamUse exams = stated.exams();
        if (exams != null) {
            OptionalBinder.newOptionalBinder(binder(), ExamUse.class)
                    .setBinding()
                    .toInstance(exams);
        }
        OptionalBinder.newOptionalBinder(binder(), TakeAway.class).setBinding().toInstance(new LeavingPackage());
        OptionalBinder.newOptionalBinder(binder(), PreviewMaker.class)
                .setBinding()
                .toInstance(new PicturePreviews());
        if (stated.readingsKept() == 0) return;
        OptionalBinder.newOptionalBinder(binder(), ReadingsKept.class)
                .setBinding()
                .toInstance(new ReadingsKept(stated.readingsKept()));
    }
}
