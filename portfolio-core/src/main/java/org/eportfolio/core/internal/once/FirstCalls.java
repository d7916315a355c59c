package org.eportfolio.core.internal.once;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eportfolio.core.internal.kind.KeyedCall.KeyedAnswer;
import org.eportfolio.core.internal.work.CommitScope;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/** The first time: the calls are made, and it is noted what each that writes gives back. For one thread. */
final class FirstCalls implements CommitScope {
    private final CommitScope joined;
    private final List<NamedAnswer> given = new ArrayList<>();
    private @Nullable RuntimeException refusal;

    FirstCalls(CommitScope joined) {
        this.joined = joined;
    }

    private record Made<T>(T answer, NamedAnswer given) {}

    @Override
    public <T> T read(Function<Work, T> call) {
        return joined.read(call);
    }

    @Override
    public <T> T tried(Function<Work, T> call) {
        return joined.tried(call);
    }

    @Override
    public <T> T write(Scope scope, Function<Work, T> call) {
        try {
            Made<T> made = joined.write(scope, work -> {
                T answer = call.apply(work);
                return new Made<>(answer, NamedAnswer.of(answer, work));
            });
            given.add(made.given());
            return made.answer();
        } catch (RuntimeException e) {
            refusal = e;
            throw e;
        }
    }

    /** What was refused is not done, whatever the function made of the refusal: a repetition could not tell. */
    void requireNoRefusal() {
        if (refusal != null) throw refusal;
    }

    /** The answers as they will be found once this is committed. */
    List<KeyedAnswer> answers(Work work) {
        return given.stream().map(each -> each.kept(work)).toList();
    }
}
