package org.eportfolio.spring;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Portfolios;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Scope;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Desks for requests, and refusals as problem details. A controller takes a {@link Desk} as an argument, or the portfolio of
 * the request's school; ids come as {@code @PathVariable} by themselves.
 */
@AutoConfiguration(after = PortfolioAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({WebMvcConfigurer.class, HttpServletRequest.class})
@ConditionalOnBean(Portfolios.class)
public final class PortfolioWebAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    SchoolResolver portfolioSchoolResolver(PortfolioProperties properties) {
        String school = properties
                .theSchool()
                .orElseThrow(() -> new IllegalStateException(
                        "there are many schools: a SchoolResolver says which one a request is about"));
        return request -> school;
    }

    @Bean
    @ConditionalOnMissingBean
    ActorResolver portfolioActorResolver() {
        return ActorResolver.byPrincipal();
    }

    /** The use of the school's portfolio, which ends with the request. */
    @Bean(destroyMethod = "close")
    @Scope(WebApplicationContext.SCOPE_REQUEST)
    Portfolios.Use portfolioUse(Portfolios portfolios, SchoolResolver schools, HttpServletRequest request) {
        return portfolios.use(schools.school(request));
    }

    /** What the person of this request can do; for other beans as {@code ObjectProvider<Desk>}. */
    @Bean
    @Scope(WebApplicationContext.SCOPE_REQUEST)
    Desk portfolioDesk(Portfolios.Use use, ActorResolver actors, HttpServletRequest request) {
        return use.portfolio().as(actors.actor(request));
    }

    @Bean
    WebMvcConfigurer portfolioArguments(ObjectProvider<Portfolios.Use> uses, ObjectProvider<Desk> desks) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new PortfolioArguments(uses, desks));
            }
        };
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnProperty(name = "portfolio.problem-details", matchIfMissing = true)
    PortfolioProblems portfolioProblems() {
        return new PortfolioProblems();
    }
}
