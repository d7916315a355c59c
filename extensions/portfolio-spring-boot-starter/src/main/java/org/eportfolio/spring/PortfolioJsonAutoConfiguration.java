package org.eportfolio.spring;

import org.eportfolio.json.PortfolioJackson2;
import org.eportfolio.json.PortfolioJackson3;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import tools.jackson.databind.JacksonModule;

/** The records as JSON in the language of the request, for the host's own Jackson, which takes each module that is a bean. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
            "org.springframework.boot.jackson2.autoconfigure.Jackson2AutoConfiguration",
            "org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration"
        })
public final class PortfolioJsonAutoConfiguration {
    /** For a host with Jackson 3. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({JacksonModule.class, PortfolioJackson3.class})
    static class Jackson3 {
        @Bean
        @ConditionalOnMissingBean
        PortfolioJackson3 portfolioJackson3() {
            return new PortfolioJackson3(LocaleContextHolder::getLocale);
        }
    }

    /** For a host with Jackson 2. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({com.fasterxml.jackson.databind.Module.class, PortfolioJackson2.class})
    static class Jackson2 {
        @Bean
        @ConditionalOnMissingBean
        PortfolioJackson2 portfolioJackson2() {
            return new PortfolioJackson2(LocaleContextHolder::getLocale);
        }
    }
}
