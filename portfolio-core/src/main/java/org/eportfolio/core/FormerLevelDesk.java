package org.eportfolio.core;

import static org.eportfolio.access.Permission.IMPORT_LEVELS;
import static org.eportfolio.access.Permission.READ_LEVEL_IMPORTS;
import static org.eportfolio.access.Permission.READ_PROGRESS;
import static org.eportfolio.core.internal.kind.AssessmentKinds.FORMER_IMPORT;
import static org.eportfolio.core.internal.kind.AssessmentKinds.FORMER_LEVEL;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.ConflictException;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.assessment.FormerImport;
import org.eportfolio.assessment.FormerLevel;
import org.eportfolio.assessment.NewFormerLevels;
import org.eportfolio.assessment.TakenLevels;
import org.eportfolio.core.internal.assessment.FormerLevels;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.AssessmentKinds;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.FormerImportId;

/**
 * Levels that learners had been given before, from a sheet: history with its source and its day, shown beside what the school
 * assesses and counted nowhere. No level, gap, suggestion, matrix or plan knows of them, and they are never converted.
 * Thread-safe.
 */
public final class FormerLevelDesk {
    private final DeskContext desk;

    FormerLevelDesk(DeskContext desk) {
        this.desk = desk;
    }

    /** What taking these in would do; refused as {@link #take} would be. */
    public TakenLevels preview(NewFormerLevels input) {
        Objects.requireNonNull(input, "input");
        NewFormerLevels given = Inputs.checked(input);
        return desk.session().tried(work -> {
            Call call = desk.by(desk.gate().organisation(READ_LEVEL_IMPORTS, work), work);
            TakenLevels taken = taken(given, call);
            return new TakenLevels(null, taken.added(), taken.same(), taken.learners());
        });
    }

    /**
     * Takes them in, all or none, as one import that can be {@linkplain #remove removed}. What is here already with the same
     * day and source is left as it is, so that the same sheet can be taken in again.
     *
     * @throws org.eportfolio.InvalidInputException with the place of each line that does not hold: a learner without a dossier that is open to
     *     the actor, a code that none of the learner's adoptions has, no words and no code, a day to come
     */
    public TakenLevels take(NewFormerLevels input) {
        Objects.requireNonNull(input, "input");
        NewFormerLevels given = Inputs.checked(input);
        return desk.write(READ_LEVEL_IMPORTS, call -> taken(given, call));
    }

    private static TakenLevels taken(NewFormerLevels given, Call call) {
        TakenLevels taken = new FormerLevels(given, call).taken();
        if (taken.made() != null) call.journal("levels.imported");
        return taken;
    }

    /**
     * A page of the levels in a dossier that came from sheets, in the order in which they came in.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<FormerLevel> of(DossierId dossier, PageRequest request) {
        return desk.read(dossier, READ_PROGRESS, call -> call.page(FORMER_LEVEL, request));
    }

    /**
     * A page of all imports, the oldest first; those that were removed too.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<FormerImport> imports(PageRequest request) {
        return desk.read(READ_LEVEL_IMPORTS, call -> call.page(FORMER_IMPORT, request));
    }

    /** One import. */
    public FormerImport get(FormerImportId id) {
        Objects.requireNonNull(id, "id");
        return desk.read(READ_LEVEL_IMPORTS, call -> existing(id, call));
    }

    /**
     * Takes all levels of an import out again, as when it was of another class. The import stays, with the reason.
     *
     * @param reason without personal text
     * @throws ConflictException if they were taken out before, or one of the dossiers is not open to the actor any more
     */
    public FormerImport remove(FormerImportId id, String reason) {
        Objects.requireNonNull(id, "id");
        String because = Inputs.words(Inputs.bounded("reason", reason));
        return desk.write(READ_LEVEL_IMPORTS, call -> {
            FormerImport removed =
                    existing(id, call).asRemoved(new FormerImport.Removal(because, call.person(), call.now()));
            List<FormerLevel> levels = call.where(FORMER_LEVEL, AssessmentKinds.formerLevelsOf(id));
            Set<DossierId> dossiers = levels.stream().map(FormerLevel::dossier).collect(Collectors.toSet());
            List<Dossier> all = call.work()
                    .among(
                            DossierKinds.DOSSIER,
                            dossiers.stream().map(DossierKinds::scope).toList());
            if (call.many(List.of()).required(all, IMPORT_LEVELS).size() < all.size()) {
                throw ConflictException.state("former.beyond-reach");
            }
            levels.forEach(each -> call.remove(FORMER_LEVEL, each));
            return call.save("levels.removed", FORMER_IMPORT, removed);
        });
    }

    private static FormerImport existing(FormerImportId id, Call call) {
        return call.find(FORMER_IMPORT, id.value()).orElseThrow(() -> new NotFoundException("former-import", id));
    }
}
