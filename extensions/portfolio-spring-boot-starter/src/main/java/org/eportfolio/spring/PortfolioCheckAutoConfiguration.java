package org.eportfolio.spring;

import org.eportfolio.access.HostService;
import org.eportfolio.access.Permission;
import org.eportfolio.core.Portfolios;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/**
 * The actuator's endpoint {@code portfolio}, which looks through a school, once the controller has stated for what
 * ({@code portfolio.check-purpose}). It acts as a service of that purpose, which may read the journal and nothing else.
 */
@AutoConfiguration(before = PortfolioAutoConfiguration.class)
@ConditionalOnClass(Endpoint.class)
@ConditionalOnProperty("portfolio.check-purpose")
public final class PortfolioCheckAutoConfiguration {
    @Bean
    PortfolioCustomizer portfolioCheckService(PortfolioProperties properties) {
        HostService service = HostService.named(PortfolioCheck.SERVICE, String.valueOf(properties.checkPurpose()))
                .may(Permission.READ_JOURNAL);
        return (school, builder) -> builder.service(service);
    }

    @Bean
    @ConditionalOnMissingBean
    PortfolioCheck portfolioCheck(Portfolios portfolios) {
        return new PortfolioCheck(portfolios);
    }
}
