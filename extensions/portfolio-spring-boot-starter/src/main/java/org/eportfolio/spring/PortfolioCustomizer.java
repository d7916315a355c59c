package org.eportfolio.spring;

import org.eportfolio.core.Portfolio;

/**
 * Adds what a host wants of a school's portfolio beyond the properties: a directory, an access policy, privacy settings,
 * services. All beans of this type are called, in their order, each time a school is opened, from any thread.
 */
@FunctionalInterface
public interface PortfolioCustomizer {
    /**
     * @param school its id, as the {@link SchoolResolver} gave it
     * @param builder set as the properties say
     */
    void customize(String school, Portfolio.Builder builder);
}
