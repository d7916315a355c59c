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
import org.eportfolio.assessment.LevelPolicy;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.TakeAway;
import org.eportfolio.guidance.NudgeRule;
import org.eportfolio.privacy.ErasureRegister;
import org.eportfolio.privacy.PrivacySettings;
import org.eportfolio.reflection.ReflectionTemplates;
import org.eportfolio.spi.Directory;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Signer;

/**
 * Installs a {@link Portfolio} in a Guice host, as a singleton. The host binds a {@link PortfolioStore}, and may bind a
 * {@link Clock}, a {@link Directory}, an {@link AccessPolicy}, a {@link Signer}, {@link PrivacySettings}, an
 * {@link ErasureRegister}, a {@link TakeAway} through {@code OptionalBinder}, and contribute
 * {@link LevelPolicy}s, {@link NudgeRule}s and {@link ReflectionTemplates} through a {@code Multibinder}. Closing the
 * portfolio is the host's.
 */
public final class PortfolioModule extends AbstractModule {
    @Override
    protected void configure() {
        OptionalBinder.newOptionalBinder(binder(), Clock.class)
                .setDefault()
                .toInstance(Clock.system(ZoneId.systemDefault()));
        OptionalBinder.newOptionalBinder(binder(), Directory.class).setDefault().toInstance(person -> Optional.empty());
        OptionalBinder.newOptionalBinder(binder(), AccessPolicy.class)
                .setDefault()
                .toInstance(question -> Optional.empty());
        OptionalBinder.newOptionalBinder(binder(), Signer.class);
        OptionalBinder.newOptionalBinder(binder(), PrivacySettings.class)
                .setDefault()
                .toInstance(PrivacySettings.NONE);
        OptionalBinder.newOptionalBinder(binder(), ErasureRegister.class);
        OptionalBinder.newOptionalBinder(binder(), TakeAway.class);
        Multibinder.newSetBinder(binder(), LevelPolicy.class);
        Multibinder.newSetBinder(binder(), NudgeRule.class);
        Multibinder.newSetBinder(binder(), ReflectionTemplates.class);
        Provider<PortfolioStore> store = getProvider(PortfolioStore.class);
        Provider<Clock> clock = getProvider(Clock.class);
        Provider<Directory> directory = getProvider(Directory.class);
        Provider<AccessPolicy> policy = getProvider(AccessPolicy.class);
        Provider<Optional<Signer>> signer = getProvider(Key.get(new TypeLiteral<Optional<Signer>>() {}));
        Provider<PrivacySettings> privacy = getProvider(PrivacySettings.class);
        Provider<Optional<ErasureRegister>> erasures =
                getProvider(Key.get(new TypeLiteral<Optional<ErasureRegister>>() {}));
        Provider<Optional<TakeAway>> takeAway = getProvider(Key.get(new TypeLiteral<Optional<TakeAway>>() {}));
        Provider<Set<LevelPolicy>> levels = getProvider(Key.get(new TypeLiteral<Set<LevelPolicy>>() {}));
        Provider<Set<NudgeRule>> nudges = getProvider(Key.get(new TypeLiteral<Set<NudgeRule>>() {}));
        Provider<Set<ReflectionTemplates>> templates =
                getProvider(Key.get(new TypeLiteral<Set<ReflectionTemplates>>() {}));
        bind(Portfolio.class)
                .toProvider((Provider<Portfolio>) () -> {
                    Portfolio.Builder builder = Portfolio.with(Objects.requireNonNull(store.get()))
                            .clock(Objects.requireNonNull(clock.get()))
                            .directory(Objects.requireNonNull(directory.get()))
                            .accessPolicy(Objects.requireNonNull(policy.get()))
                            .privacy(Objects.requireNonNull(privacy.get()));
                    Objects.requireNonNull(signer.get()).ifPresent(builder::signer);
                    Objects.requireNonNull(erasures.get()).ifPresent(builder::erasures);
                    Objects.requireNonNull(takeAway.get()).ifPresent(builder::takeAway);
                    Objects.requireNonNull(levels.get()).forEach(builder::levelPolicy);
                    Objects.requireNonNull(nudges.get()).forEach(builder::nudgeRule);
                    Objects.requireNonNull(templates.get()).forEach(builder::reflectionTemplates);
                    return builder.build();
                })
                .in(Scopes.SINGLETON);
    }
}
