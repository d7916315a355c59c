package org.eportfolio.core.internal.once;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eportfolio.ConflictException;
import org.eportfolio.core.internal.kind.KeyedCall;
import org.eportfolio.core.internal.kind.TraceKinds;
import org.eportfolio.core.internal.work.CommitScope;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.PersonId;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.StaleException;

/**
 * Makes calls under a key: the first time they are made, and the key is kept in their commit; from then on they are only
 * answered. The key is kept in a scope that moves with the commit, so that a concurrent call that was decided before it is decided anew.
 */
public final class OnceUnderKey {
    private static final Duration KEPT = Duration.ofDays(7);

    /** More than one, so that what is left over goes even if calls are few. */
    private static final int CLEARED_AT_ONCE = 50;

    private OnceUnderKey() {}

    /** Whether calls over this are made under a key. */
    public static boolean isUnder(CommitScope session) {
        return session instanceof FirstCalls || session instanceof RepeatedCalls;
    }

    public static <T> T call(CallKey key, PersonId person, Engine engine, Function<CommitScope, T> calls) {
        return engine.together(joined -> {
            Optional<KeyedCall> before = joined.read(work -> before(key, person, work));
            if (before.isPresent()) return calls.apply(new RepeatedCalls(before.get(), engine));
            FirstCalls first = new FirstCalls(joined);
            T answer = calls.apply(first);
            first.requireNoRefusal();
            joined.write(Scope.ORGANISATION, work -> keep(key, person, first, work));
            return answer;
        });
    }

    /** What was done under the key with this input; of two that raced under one key, the one that is meant. */
    private static Optional<KeyedCall> before(CallKey key, PersonId person, Work work) {
        List<KeyedCall> standing = work.where(TraceKinds.KEYED_CALL, TraceKinds.callsUnder(key.key(), person)).stream()
                .filter(each -> !over(each, work.now()))
                .toList();
        Optional<KeyedCall> same = standing.stream()
                .filter(each -> each.input().equals(key.input()))
                .findFirst();
        if (same.isEmpty() && !standing.isEmpty()) throw otherContent(standing.get(0));
        return same;
    }

    static ConflictException otherContent(KeyedCall before) {
        return ConflictException.state("once.other-content", before.at());
    }

    private static boolean over(KeyedCall call, Instant now) {
        return !now.isBefore(call.at().plus(KEPT));
    }

    /** Only for what the journal knows: the rest may be done again. */
    private static boolean keep(CallKey key, PersonId person, FirstCalls first, Work work) {
        Optional<Scope> moving = work.moving();
        if (moving.isEmpty()) return false;
        // The first look was at an earlier snapshot than the one that the work was decided upon, which the commit
        // confirms.
        if (before(key, person, work).isPresent()) throw new StaleException(moving.get(), Head.EMPTY, Head.EMPTY);
        work.put(
                TraceKinds.KEYED_CALL,
                new KeyedCall(
                        work.newId(),
                        moving.get().id(),
                        person,
                        key.key(),
                        key.input(),
                        work.now(),
                        first.answers(work)));
        clear(work);
        return true;
    }

    /** Each call that keeps a key removes the oldest expired keys, of any person. */
    private static void clear(Work work) {
        work.decode(TraceKinds.KEYED_CALL, work.view().where(TraceKinds.KEYED_CALLS, null, CLEARED_AT_ONCE)).stream()
                .filter(each -> over(each, work.now()))
                .forEach(each -> work.remove(TraceKinds.KEYED_CALL, each));
    }
}
