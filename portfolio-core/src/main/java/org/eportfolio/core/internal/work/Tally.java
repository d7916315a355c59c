package org.eportfolio.core.internal.work;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;

/** Counts calls and how they ended. Thread-safe. */
public final class Tally {
    private final LongAdder reads = new LongAdder();
    private final LongAdder writes = new LongAdder();
    private final LongAdder refusals = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder commits = new LongAdder();
    private final LongAdder overtaken = new LongAdder();

    <T> T reading(Supplier<T> call) {
        reads.increment();
        return counted(call);
    }

    <T> T writing(Supplier<T> call) {
        writes.increment();
        return counted(call);
    }

    private <T> T counted(Supplier<T> call) {
        try {
            return call.get();
        } catch (DeniedException | NotFoundException | ConflictException | InvalidInputException e) {
            refusals.increment();
            throw e;
        } catch (RuntimeException | Error e) {
            failures.increment();
            throw e;
        }
    }

    void committed() {
        commits.increment();
    }

    void overtaken() {
        overtaken.increment();
    }

    public long reads() {
        return reads.sum();
    }

    public long writes() {
        return writes.sum();
    }

    public long refusals() {
        return refusals.sum();
    }

    public long failures() {
        return failures.sum();
    }

    public long commits() {
        return commits.sum();
    }

    /** How often another commit came first. */
    public long overtakenBy() {
        return overtaken.sum();
    }
}
