package org.eportfolio.core.internal.work;

/**
 * How what is remembered of the store is used.
 *
 * @param recalled how often a question was answered from memory
 * @param missed how often the store was asked
 * @param records about how many records are remembered now
 * @param scopes of how many dossiers and the like they are
 */
public record MemoryUse(long recalled, long missed, int records, int scopes) {}
