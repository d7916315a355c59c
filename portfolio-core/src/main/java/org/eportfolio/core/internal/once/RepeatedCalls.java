package org.eportfolio.core.internal.once;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.eportfolio.ConflictException;
import org.eportfolio.NotFoundException;
import org.eportfolio.access.AccessPolicy;
import org.eportfolio.core.internal.kind.KeyedCall;
import org.eportfolio.core.internal.kind.KeyedCall.KeyedAnswer;
import org.eportfolio.core.internal.kind.KeyedCall.KeyedPart;
import org.eportfolio.core.internal.kind.Kinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.work.CommitScope;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.Sealing;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.DossierId;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;

/**
 * What was done is not done again: a call that reads reads, and one that writes goes as far as the gate and gets the answer
 * that the first one got. For one thread.
 */
final class RepeatedCalls implements CommitScope {
    private final KeyedCall before;
    private final Engine engine;
    private int answered;

    RepeatedCalls(KeyedCall before, Engine engine) {
        this.before = before;
        this.engine = engine;
    }

    @Override
    public <T> T read(Function<Work, T> call) {
        return engine.read(call);
    }

    @Override
    public <T> T tried(Function<Work, T> call) {
        return engine.tried(call);
    }

    @Override
    @SuppressWarnings("unchecked") // the same call under the same key gives back the same type
    public <T> T write(Scope scope, Function<Work, T> call) {
        if (answered == before.answers().size()) throw refused(OnceUnderKey.otherContent(before));
        KeyedAnswer answer = before.answers().get(answered++);
        requireSameGate(answer, call);
        return (T) engine.read(work -> {
            List<Object> parts =
                    answer.parts().stream().map(each -> read(each, work)).toList();
            return answer.many() ? parts : parts.get(0);
        });
    }

    /** What only says that something was done may be about a thing that this took away. */
    private void requireSameGate(KeyedAnswer answer, Function<Work, ?> call) {
        Optional<AccessPolicy.Question> asked;
        try {
            asked = engine.letThrough(call);
        } catch (NotFoundException e) {
            if (answer.parts().stream().anyMatch(each -> each.scope() != null)) throw e;
            return;
        }
        String permission = asked.map(each -> each.permission().name()).orElse(null);
        DossierId dossier = asked.map(AccessPolicy.Question::dossier).orElse(null);
        boolean same = Objects.equals(answer.permission(), permission)
                && Objects.equals(answer.dossier(), dossier == null ? null : dossier.value());
        if (!same) throw refused(OnceUnderKey.otherContent(before));
    }

    private Object read(KeyedPart part, Work work) {
        if (part.value() != null) return KeyedValue.read(part.type(), part.value());
        return Kinds.find(new Kind(part.type()))
                .flatMap(kind -> unchanged(kind, part, work))
                .orElseThrow(() -> ConflictException.state("once.changed", before.at()));
    }

    private static Optional<Object> unchanged(RecordKind<?> kind, KeyedPart part, Work work) {
        Optional<Row> row = work.view()
                .find(new Scope(Objects.requireNonNull(part.scope())), kind.kind(), Objects.requireNonNull(part.id()))
                .filter(each -> Sealing.keyed(each).toString().equals(part.state()));
        return row.map(each -> work.decode(kind, List.of(each)).get(0));
    }

    /** Thrown out of a reading, so that times are those of the organisation. */
    private ConflictException refused(ConflictException conflict) {
        conflict.timesIn(engine.clock().getZone());
        return conflict;
    }
}
