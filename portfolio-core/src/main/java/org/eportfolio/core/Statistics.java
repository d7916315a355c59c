package org.eportfolio.core;

import java.util.Optional;
import java.util.stream.Stream;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.MemoryUse;
import org.eportfolio.core.internal.work.Tally;
import org.eportfolio.spi.WriteLog;

/**
 * What a portfolio has counted since it was opened. The counts are taken one after the other while calls go on, so that they need
 * not add up to the last one.
 *
 * <pre>{@code
 * Statistics now = portfolio.statistics();
 * double fromMemory = now.cache().share();
 * }</pre>
 *
 * @param reads calls that read, as the store meets them: some of a desk's ask more than once
 * @param writes calls that write, those that changed nothing included; several made together are one
 * @param refusals calls that ended with a {@link org.eportfolio.DeniedException}, {@link org.eportfolio.NotFoundException}, {@link
 *     org.eportfolio.ConflictException} or {@link org.eportfolio.InvalidInputException}; an input that breaks its own bounds is
 *     refused before it is a call
 * @param failures calls that ended with anything else that is thrown, such as a {@link org.eportfolio.StorageException}
 * @param commits changes that are in the store
 * @param repeats how often a call was made again because another commit came first
 * @param cache what is remembered of the store
 * @param log how the store's log stands; empty for a store without one
 */
public record Statistics(
        long reads,
        long writes,
        long refusals,
        long failures,
        long commits,
        long repeats,
        Cache cache,
        Optional<WriteLog> log) {

    /**
     * What is remembered of the store, so that it need not be read again.
     *
     * @param hits how often a question was answered from it
     * @param misses how often the store was asked
     * @param records about how many records are in it now
     * @param scopes of how many dossiers and the like they are
     */
    public record Cache(long hits, long misses, int records, int scopes) {
        Cache plus(Cache other) {
            return new Cache(hits + other.hits, misses + other.misses, records + other.records, scopes + other.scopes);
        }

        /** The part of questions that were answered from it, 0 to 1; 0 before there was one. */
        public double share() {
            long all = hits + misses;
            return all == 0 ? 0 : (double) hits / all;
        }
    }

    static final Statistics NONE = new Statistics(0, 0, 0, 0, 0, 0, new Cache(0, 0, 0, 0), Optional.empty());

    /** What two portfolios have counted, as one. */
    Statistics plus(Statistics other) {
        return new Statistics(
                reads + other.reads,
                writes + other.writes,
                refusals + other.refusals,
                failures + other.failures,
                commits + other.commits,
                repeats + other.repeats,
                cache.plus(other.cache),
                Stream.concat(log.stream(), other.log.stream())
                        .reduce((one, two) -> new WriteLog(
                                one.bytes() + two.bytes(),
                                one.emptied() + two.emptied(),
                                one.postponed() + two.postponed())));
    }

    /** What stays true once the portfolio is closed: the counts, and nothing of how things stand. */
    Statistics afterwards() {
        return new Statistics(
                reads,
                writes,
                refusals,
                failures,
                commits,
                repeats,
                new Cache(cache.hits(), cache.misses(), 0, 0),
                log.map(each -> new WriteLog(0, each.emptied(), each.postponed())));
    }

    static Statistics of(Engine engine) {
        Tally tally = engine.tally();
        MemoryUse use = engine.memoryUse();
        return new Statistics(
                tally.reads(),
                tally.writes(),
                tally.refusals(),
                tally.failures(),
                tally.commits(),
                tally.overtakenBy(),
                new Cache(use.recalled(), use.missed(), use.records(), use.scopes()),
                engine.store().writeLog());
    }
}
