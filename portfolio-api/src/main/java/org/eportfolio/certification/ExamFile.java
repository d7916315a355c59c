package org.eportfolio.certification;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ExamFileId;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What a candidate gathers for one exam unit. The candidate alone chooses; the team may advise. It stays open after a
 * sealing: what was sealed is another record, and never changes.
 * Methods named {@code with…} give a changed copy; nothing is stored.
 *
 * @param candidate the learner
 * @param choices in the order in which the jury will find them, each once
 * @param revision grows by one with each change
 * @param use for what the controller uses such files, as it stated when this one last changed; {@code null} in older ones
 */
public record ExamFile(
        ExamFileId id,
        DossierId dossier,
        PersonId candidate,
        ExamUnit unit,
        List<Choice> choices,
        Instant changedAt,
        int revision,
        @Nullable ExamUse use) {
    public ExamFile {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(candidate, "candidate");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(changedAt, "changedAt");
        choices = List.copyOf(choices);
        InvalidInputException.unless(
                new HashSet<>(choices).size() == choices.size(), "choices", "exam-file.choice-twice");
    }

    /** The file with these choices in place of those before. */
    public ExamFile withChoices(ExamUnit forUnit, List<Choice> others, Instant at) {
        return new ExamFile(id, dossier, candidate, forUnit, others, at, revision + 1, use);
    }

    /** The file under what the controller states now. */
    public ExamFile under(ExamUse stated) {
        return new ExamFile(id, dossier, candidate, unit, choices, changedAt, revision, stated);
    }

    /** Refuses to seal a file without a piece. */
    public void requireChoices() {
        if (choices.isEmpty()) throw ConflictException.state("exam-file.empty", unit.title());
    }
}
