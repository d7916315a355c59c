package org.eportfolio.spring;

import org.eportfolio.PortfolioException;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Portfolios;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/**
 * Whether the one school can be read; of a host of many, how many are open, since one that cannot be opened is no reason to
 * take the others away.
 */
@AutoConfiguration(after = PortfolioAutoConfiguration.class)
@ConditionalOnClass(HealthIndicator.class)
@ConditionalOnBean(Portfolios.class)
public final class PortfolioHealthAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean(name = "portfolioHealthIndicator")
    HealthIndicator portfolioHealthIndicator(Portfolios portfolios, PortfolioProperties properties) {
        return () -> health(portfolios, properties);
    }

    private static Health health(Portfolios portfolios, PortfolioProperties properties) {
        try {
            properties.theSchool().ifPresent(school -> portfolios.call(school, Portfolio::administrator));
            return Health.up()
                    .withDetail("open", portfolios.open())
                    .withDetail("failures", portfolios.statistics().failures())
                    .build();
        } catch (PortfolioException | IllegalStateException e) {
            return Health.down(e).build();
        }
    }
}
