package org.eportfolio.spring;

import org.eportfolio.json.PortfolioJackson3;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.i18n.LocaleContextHolder;
import tools.jackson.databind.JacksonModule;

/** The records as JSON in the language of the request, for the host's own Jackson 3, which takes each module that is a bean. */
@AutoConfiguration(beforeName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
@ConditionalOnClass({JacksonModule.class, PortfolioJackson3.class})
public final class PortfolioJsonAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    PortfolioJackson3 portfolioJackson3() {
        return new PortfolioJackson3(LocaleContextHolder::getLocale);
    }
}
