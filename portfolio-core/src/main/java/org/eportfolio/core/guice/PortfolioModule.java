package org.eportfolio.core.guice;

import com.google.inject.AbstractModule;
import com.google.inject.Key;
import com.google.inject.Provider;
import com.google.inject.Scopes;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eportfolio.access.AccessPolicy;
import org.eportfolio.access.HostService;
import org.eportfolio.assessment.LevelPolicy;
import org.eportfolio.certification.ExamUse;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.TakeAway;
import org.eportfolio.guidance.NudgeRule;
import org.eportfolio.privacy.ErasureRegister;
import org.eportfolio.privacy.PrivacySettings;
import org.eportfolio.reflection.ReflectionTemplates;
import org.eportfolio.spi.Directory;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.PreviewMaker;
import org.eportfolio.spi.Signer;

/**
 * Installs a {@link Portfolio} in a Guice host, as a singleton. The host binds a {@link PortfolioStore}, and may bind a
 * {@link Clock}, a {@link Directory}, an {@link AccessPolicy}, a {@link Signer}, {@link PrivacySettings}, an
 * {@link ErasureRegister}, a {@link TakeAway}, an {@link ExamUse}, a {@link PreviewMaker},
 * {@link ReadingsKept} through {@code OptionalBinder}, and contribute
 * {@link LevelPolicy}s, {@link NudgeRule}s, {@link ReflectionTemplates} and {@link HostService}s through a {@code Multibinder}. Closing the
 * portfolio is the host's.
 */
public final class PortfolioModule extends AbstractModule {
    @Override
    protected void configure() {
        offerDefaults();
        takeContributions();
        bind(Portfolio.class).toProvider(portfolio()).in(Scopes.SINGLETON);
    }

    /** What a host may bind in place of the library's own. */
    private void offerDefaults() {
        optional(Clock.class).setDefault().toInstance(Clock.system(ZoneId.systemDefault()));
        optional(Directory.class).setDefault().toInstance(person -> Optional.empty());
        optional(AccessPolicy.class).setDefault().toInstance(question -> Optional.empty());
        optional(PrivacySettings.class).setDefault().toInstance(PrivacySettings.NONE);
        optional(Signer.class);
        optional(ErasureRegister.class);
        optional(TakeAway.class);
        optional(ExamUse.class);
        optional(PreviewMaker.class);
        optional(ReadingsKept.class);
    }

    private <T> OptionalBinder<T> optional(Class<T> type) {
        return OptionalBinder.newOptionalBinder(binder(), type);
    }

    /** What plugins add. */
    private void takeContributions() {
        Multibinder.newSetBinder(binder(), LevelPolicy.class);
        Multibinder.newSetBinder(binder(), NudgeRule.class);
        Multibinder.newSetBinder(binder(), ReflectionTemplates.class);
        Multibinder.newSetBinder(binder(), HostService.class);
    }

    private Provider<Portfolio> portfolio() {
        Provider<PortfolioStore> store = getProvider(PortfolioStore.class);
        Provider<Clock> clock = getProvider(Clock.class);
        Provider<Directory> directory = getProvider(Directory.class);
        Provider<AccessPolicy> policy = getProvider(AccessPolicy.class);
        Provider<PrivacySettings> privacy = getProvider(PrivacySettings.class);
        Provider<Optional<Signer>> signer = getProvider(Key.get(new TypeLiteral<Optional<Signer>>() {}));
        Provider<Optional<ErasureRegister>> erasures =
                getProvider(Key.get(new TypeLiteral<Optional<ErasureRegister>>() {}));
        Provider<Optional<TakeAway>> takeAway = getProvider(Key.get(new TypeLiteral<Optional<TakeAway>>() {}));
        Provider<Optional<ExamUse>> exams = getProvider(Key.get(new TypeLiteral<Optional<ExamUse>>() {}));
        Provider<Optional<PreviewMaker>> previews = getProvider(Key.get(new TypeLiteral<Optional<PreviewMaker>>() {}));
        Provider<Optional<ReadingsKept>> readings = getProvider(Key.get(new TypeLiteral<Optional<ReadingsKept>>() {}));
        Provider<Set<LevelPolicy>> levels = getProvider(Key.get(new TypeLiteral<Set<LevelPolicy>>() {}));
        Provider<Set<NudgeRule>> nudges = getProvider(Key.get(new TypeLiteral<Set<NudgeRule>>() {}));
        Provider<Set<ReflectionTemplates>> templates =
                getProvider(Key.get(new TypeLiteral<Set<ReflectionTemplates>>() {}));
        Provider<Set<HostService>> services = getProvider(Key.get(new TypeLiteral<Set<HostService>>() {}));
        return () -> {
            Portfolio.Builder builder = Portfolio.with(given(store))
                    .clock(given(clock))
                    .directory(given(directory))
                    .accessPolicy(given(policy))
                    .privacy(given(privacy));
            given(signer).ifPresent(builder::signer);
            given(erasures).ifPresent(builder::erasures);
            given(takeAway).ifPresent(builder::takeAway);
            given(exams).ifPresent(builder::examUse);
            given(previews).ifPresent(builder::previews);
            given(readings).ifPresent(each -> builder.readingsKept(each.months()));
            given(levels).forEach(builder::levelPolicy);
            given(nudges).forEach(builder::nudgeRule);
            given(templates).forEach(builder::reflectionTemplates);
            given(services).forEach(builder::service);
            return builder.build();
        };
    }

    private static <T> T given(Provider<T> provider) {
        return Objects.requireNonNull(provider.get());
    }
}
