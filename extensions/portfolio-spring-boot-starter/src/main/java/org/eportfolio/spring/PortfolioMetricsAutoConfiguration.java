package org.eportfolio.spring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.eportfolio.core.Portfolios;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** How many schools are open, as the gauge {@code portfolio.schools.open}, for the host's registry. */
@AutoConfiguration(after = PortfolioAutoConfiguration.class)
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean(Portfolios.class)
public final class PortfolioMetricsAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean(name = "portfolioMeters")
    MeterBinder portfolioMeters(Portfolios portfolios) {
        return registry -> Gauge.builder("portfolio.schools.open", portfolios, Portfolios::open)
                .description("Schools whose portfolio is open")
                .register(registry);
    }
}
