package org.eportfolio.core.teeth;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedMethod;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.tck.Capability;
import org.eportfolio.tck.PortfolioStoreContract;
import org.eportfolio.tck.StoreFixture;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Runs the kit, or a part of it, on any store, inside a test. */
final class Kit {
    private static volatile Supplier<? extends StoreFixture> fixtures = Kit::none;

    private Kit() {}

    /** Not run by itself: it is no test of ours but the subject of {@link KitHasTeethTest}. */
    static final class Subject extends PortfolioStoreContract {
        @Override
        protected StoreFixture fixture() {
            return fixtures.get();
        }
    }

    static Events whole(Supplier<? extends StoreFixture> subject) {
        return run(subject, selectClass(Subject.class));
    }

    static Events concern(String name, Supplier<? extends StoreFixture> subject) {
        return run(subject, selectNestedClass(List.of(Subject.class.getName()), nested(name)));
    }

    static Events tests(Collection<TestName> tests, Supplier<? extends StoreFixture> subject) {
        return run(
                subject,
                tests.stream()
                        .map(each -> selectNestedMethod(
                                List.of(Subject.class.getName()), nested(each.concern()), each.name()))
                        .toArray(DiscoverySelector[]::new));
    }

    private static String nested(String concern) {
        return PortfolioStoreContract.class.getName() + "$" + concern;
    }

    private static Events run(Supplier<? extends StoreFixture> subject, DiscoverySelector... selectors) {
        fixtures = subject;
        try {
            return EngineTestKit.engine("junit-jupiter")
                    .selectors(selectors)
                    .execute()
                    .testEvents();
        } finally {
            fixtures = Kit::none;
        }
    }

    static Supplier<StoreFixture> of(Supplier<? extends PortfolioStore> store, Capability... declared) {
        return of(store, Duration.ofSeconds(30), declared);
    }

    /** Given up soon: a faulty store that stands still does so by intent. */
    static Supplier<StoreFixture> impatient(Supplier<? extends PortfolioStore> store) {
        return of(store, Duration.ofSeconds(1));
    }

    private static Supplier<StoreFixture> of(
            Supplier<? extends PortfolioStore> store, Duration patience, Capability... declared) {
        return () -> new StoreFixture() {
            @Override
            public PortfolioStore open() {
                return store.get();
            }

            @Override
            public Set<Capability> capabilities() {
                Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
                capabilities.addAll(List.of(declared));
                return capabilities;
            }

            @Override
            public void clear() {}

            @Override
            public Duration patience() {
                return patience;
            }
        };
    }

    private static StoreFixture none() {
        throw new IllegalStateException("this kit runs inside a test only");
    }
}
