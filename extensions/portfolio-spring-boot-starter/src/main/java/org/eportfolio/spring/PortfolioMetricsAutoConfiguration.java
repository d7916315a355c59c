package org.eportfolio.spring;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.function.ToLongFunction;
import org.eportfolio.core.Portfolios;
import org.eportfolio.core.Statistics;
import org.eportfolio.spi.WriteLog;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * What {@link Portfolios#statistics} counts, over all schools of the host, for its registry. None is about a person or tagged with a
 * school.
 */
@AutoConfiguration(after = PortfolioAutoConfiguration.class)
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean(Portfolios.class)
public final class PortfolioMetricsAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean(name = "portfolioMeters")
    MeterBinder portfolioMeters(Portfolios portfolios) {
        return registry -> {
            Gauge.builder("portfolio.schools.open", portfolios, Portfolios::open)
                    .description("Schools whose portfolio is open")
                    .register(registry);
            Gauge.builder("portfolio.log.size", portfolios, PortfolioMetricsAutoConfiguration::logSize)
                    .description("What the files' logs hold that is not in the files yet")
                    .baseUnit("bytes")
                    .register(registry);
            Gauge.builder(
                            "portfolio.cache.records",
                            portfolios,
                            each -> each.statistics().cache().records())
                    .description("Records that are remembered")
                    .register(registry);
            counters(portfolios).forEach(each -> each.register(registry));
        };
    }

    private static List<FunctionCounter.Builder<Portfolios>> counters(Portfolios portfolios) {
        return List.of(
                counter("portfolio.calls", "Calls", portfolios, Statistics::reads)
                        .tag("kind", "read"),
                counter("portfolio.calls", "Calls", portfolios, Statistics::writes)
                        .tag("kind", "write"),
                counter("portfolio.refusals", "Calls that were refused", portfolios, Statistics::refusals),
                counter("portfolio.failures", "Calls that failed", portfolios, Statistics::failures),
                counter("portfolio.commits", "Changes that are kept", portfolios, Statistics::commits),
                counter(
                        "portfolio.repeats",
                        "Calls made again, for another commit came first",
                        portfolios,
                        Statistics::repeats),
                counter(
                                "portfolio.cache",
                                "Questions to the store",
                                portfolios,
                                each -> each.cache().hits())
                        .tag("result", "hit"),
                counter(
                                "portfolio.cache",
                                "Questions to the store",
                                portfolios,
                                each -> each.cache().misses())
                        .tag("result", "miss"),
                counter(
                        "portfolio.log.postponed",
                        "Times that a log was read and could not be emptied",
                        portfolios,
                        each -> each.log().map(WriteLog::postponed).orElse(0L)));
    }

    private static FunctionCounter.Builder<Portfolios> counter(
            String name, String description, Portfolios portfolios, ToLongFunction<Statistics> counted) {
        return FunctionCounter.builder(name, portfolios, each -> counted.applyAsLong(each.statistics()))
                .description(description);
    }

    private static double logSize(Portfolios portfolios) {
        return portfolios.statistics().log().map(WriteLog::bytes).orElse(0L);
    }
}
