package org.eportfolio.privacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.SealId;
import org.jspecify.annotations.Nullable;

/**
 * What erasing a person's data would do, record by record. Nothing is done by it; {@code erase(plan)} does exactly this, or
 * refuses when something changed since. Immutable: a decision gives a new plan.
 * Methods named {@code with…} give a changed copy; nothing is stored.
 *
 * @param pseudonym the pseudonym that takes the person's place in records that stay because they concern others
 * @param rule the retention rule that asks for it; {@code null} for a request of the person
 * @param revisions the length of the journal chain of each dossier that the plan touches, to find out later changes by
 * @param records what becomes of each record, in a fixed order
 * @param files the files of deleted records
 * @param seals the sealed files of the person; each needs a decision
 * @param visaNeeded whether the archive service's reference is needed first
 * @param visa that reference; {@code null} until it is given
 */
public record ErasurePlan(
        PersonId person,
        PersonId pseudonym,
        @Nullable RetentionRule rule,
        Instant plannedAt,
        Map<UUID, Long> revisions,
        List<PlannedRecord> records,
        List<PlannedFile> files,
        List<SealId> seals,
        List<SealDecision> decisions,
        DestructionList destruction,
        boolean visaNeeded,
        @Nullable String visa) {
    public ErasurePlan {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(pseudonym, "pseudonym");
        Objects.requireNonNull(plannedAt, "plannedAt");
        Objects.requireNonNull(destruction, "destruction");
        revisions = Map.copyOf(revisions);
        records = List.copyOf(records);
        files = List.copyOf(files);
        seals = List.copyOf(seals);
        decisions = List.copyOf(decisions);
    }

    /** The same plan with the archive service's reference. */
    public ErasurePlan withVisa(String reference) {
        InvalidInputException.unless(!reference.isBlank(), "visa", "text.blank");
        return new ErasurePlan(
                person,
                pseudonym,
                rule,
                plannedAt,
                revisions,
                records,
                files,
                seals,
                decisions,
                destruction,
                visaNeeded,
                reference);
    }

    /** The sealed files that are not decided about yet. */
    public List<SealId> undecided() {
        return seals.stream()
                .filter(each ->
                        decisions.stream().noneMatch(decision -> decision.seal().equals(each)))
                .toList();
    }

    /** The decisions with one more; of two about the same file the later counts. */
    public List<SealDecision> deciding(SealDecision decision) {
        InvalidInputException.unless(seals.contains(decision.seal()), "seal", "erasure.no-seal", decision.seal());
        List<SealDecision> all = new ArrayList<>(decisions);
        all.removeIf(each -> each.seal().equals(decision.seal()));
        all.add(decision);
        return all;
    }

    /** How many records have this outcome. */
    public long count(ErasureOutcome outcome) {
        return records.stream().filter(each -> each.outcome() == outcome).count();
    }
}
