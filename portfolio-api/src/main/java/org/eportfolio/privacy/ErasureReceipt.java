package org.eportfolio.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eportfolio.id.ErasureId;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What an erasure did, without a word of or about the person. To be kept outside the store and its backups: with it an
 * older backup that comes back is erased again.
 * Methods named {@code as…} give a changed copy; nothing is stored.
 *
 * @param pseudonym who the person is called in what stayed
 * @param done how many records of which kind had which outcome
 * @param files how many files of the erased records the plan removes
 * @param bytes of these files
 * @param traces random ids of records that belonged to the person; an older backup still has them, and finds by them whom
 *     it must erase again. They say nothing once the records are gone
 * @param decisions about sealed files
 * @param visa the archive service's reference, where there is one
 * @param completion that the bytes are gone too; {@code null} as long as the store could not remove all of them, and for
 *     erasures of versions that did not state it. {@code privacy().completeErasures()} tries again
 */
public record ErasureReceipt(
        ErasureId id,
        Instant at,
        PersonId pseudonym,
        List<Count> done,
        int files,
        long bytes,
        List<Trace> traces,
        List<SealDecision> decisions,
        @Nullable String visa,
        @Nullable Completion completion) {
    /** How many records of a kind had an outcome. */
    public record Count(String kind, ErasureOutcome outcome, int records) {
        public Count {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(outcome, "outcome");
        }
    }

    /** Where a record of the person was: its scope, kind and id. */
    public record Trace(UUID scope, String kind, UUID id) {
        public Trace {
            Objects.requireNonNull(scope, "scope");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(id, "id");
        }
    }

    /**
     * After the records, the bytes: the files that no record refers to any more were removed, those of uploads that were
     * refused and of productions that were removed before included, and the store was written anew.
     *
     * @param files how many went with the call that completed it; those that one before removed and did not complete are not counted
     * @param bytes of these files
     */
    public record Completion(Instant at, int files, long bytes) {
        public Completion {
            Objects.requireNonNull(at, "at");
        }
    }

    public ErasureReceipt {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(pseudonym, "pseudonym");
        done = List.copyOf(done);
        traces = List.copyOf(traces);
        decisions = List.copyOf(decisions);
    }

    /** Whether the bytes are gone too. */
    public boolean complete() {
        return completion != null;
    }

    /** The same, once the bytes are gone too. */
    public ErasureReceipt asCompleted(Completion done) {
        return new ErasureReceipt(id, at, pseudonym, this.done, files, bytes, traces, decisions, visa, done);
    }
}
