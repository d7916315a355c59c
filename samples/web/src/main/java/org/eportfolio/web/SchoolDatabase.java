package org.eportfolio.web;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The database in place of the file, with {@code portfolio.store=postgresql}: {@code school.database.jdbc-url}, {@code username},
 * {@code password} and whatever else the pool knows.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "portfolio.store", havingValue = "postgresql")
class SchoolDatabase {
    @Bean
    @ConfigurationProperties("school.database")
    HikariConfig pool() {
        return new HikariConfig();
    }

    @Bean(destroyMethod = "close")
    HikariDataSource database(HikariConfig pool) {
        return new HikariDataSource(pool);
    }
}
