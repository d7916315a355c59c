package org.eportfolio.spring;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Portfolios;
import org.eportfolio.postgresql.PostgresSchools;
import org.eportfolio.spi.SchoolStores;
import org.eportfolio.sqlite.SqliteStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The portfolios of the host's schools, over the store that {@code portfolio.store} names. Nothing is opened before its
 * first use. No data source, mapper, clock or executor is defined here, and none is taken but the data source, and that one
 * with {@code portfolio.store=postgresql} alone.
 */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@EnableConfigurationProperties(PortfolioProperties.class)
public final class PortfolioAutoConfiguration {
    /** A store on the heap is gone once it is closed, so that it is not closed before the end. */
    private static final Duration NEVER_IDLE = Duration.ofDays(36_500);

    /**
     * Closed after all beans that use it, and before what the stores share, such as the host's data source: Spring closes
     * beans in the order in which they need each other.
     */
    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    Portfolios portfolios(
            SchoolStores stores, PortfolioProperties properties, ObjectProvider<PortfolioCustomizer> customizers) {
        List<PortfolioCustomizer> ordered = customizers.orderedStream().toList();
        boolean onTheHeap = properties.store() == PortfolioProperties.Store.MEMORY;
        return Portfolios.over(stores, (school, store) -> {
                    Portfolio.Builder builder = Portfolio.with(store);
                    ZoneId zone = properties.zone();
                    if (zone != null) builder.clock(Clock.system(zone));
                    if (properties.readingsKept() > 0) builder.readingsKept(properties.readingsKept());
                    ordered.forEach(each -> each.customize(school, builder));
                    return builder.build();
                })
                .mostOpen(properties.mostOpen())
                .idleFor(onTheHeap ? NEVER_IDLE : properties.idleFor())
                .patience(properties.patience())
                .build();
    }

    /** Files. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(SqliteStore.class)
    @ConditionalOnProperty(name = "portfolio.store", havingValue = "sqlite", matchIfMissing = true)
    static class Sqlite {
        @Bean(destroyMethod = "")
        @ConditionalOnMissingBean
        SchoolStores portfolioStores(PortfolioProperties properties) {
            Path folder = properties.folder();
            Path path = properties.path();
            if ((folder == null) == (path == null)) {
                throw new IllegalStateException("set portfolio.path for one school, or portfolio.folder for many");
            }
            if (folder != null) return SqliteStore.folder(folder);
            return new OneSchool(properties.theSchool().orElseThrow(), () -> SqliteStore.open(path));
        }
    }

    /** The database behind the host's data source. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(PostgresSchools.class)
    @ConditionalOnProperty(name = "portfolio.store", havingValue = "postgresql")
    static class Postgresql {
        @Bean(destroyMethod = "")
        @ConditionalOnMissingBean
        SchoolStores portfolioStores(PortfolioProperties properties, DataSource dataSource) {
            if (properties.migrate()) PostgresSchools.migrate(dataSource);
            PostgresSchools schools = PostgresSchools.open(dataSource);
            String school = properties.school();
            if (school != null) schools.create(UUID.fromString(school)).close();
            return schools;
        }
    }

    /** The heap, for tests. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "portfolio.store", havingValue = "memory")
    static class Memory {
        @Bean(destroyMethod = "")
        @ConditionalOnMissingBean
        SchoolStores portfolioStores(PortfolioProperties properties) {
            return new OneSchool(properties.theSchool().orElseThrow(), InMemoryStore::new);
        }
    }
}
