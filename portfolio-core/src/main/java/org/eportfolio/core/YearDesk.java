package org.eportfolio.core;

import static org.eportfolio.access.Permission.BEGIN_YEAR;

import java.util.Objects;
import org.eportfolio.ConflictException;
import org.eportfolio.core.internal.access.Entitled;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.core.internal.year.YearStart;
import org.eportfolio.spi.Scope;
import org.eportfolio.year.BegunYear;
import org.eportfolio.year.NewYear;
import org.eportfolio.year.YearChanges;

/**
 * The beginning of a cohort's year (<em>rentrée</em>): roster, adoption, plan and dossiers as one commit, all of it or
 * nothing, from a number of readings that does not grow with the class. It takes the head of the school; a lead teacher
 * can do the parts that are the team's, by their own calls: {@link PlanDesk#choose} and {@link PlanDesk#copy}, and
 * {@link DossierDesk#open} for learners of their cohort. Thread-safe.
 *
 * <p>The difference comes first: {@link #preview} tells what would change and changes nothing, {@link #begin} does just
 * that. Doing it again changes nothing. Nothing is ever deleted: who leaves keeps their dossier and their results.
 */
public final class YearDesk {
    private final DeskContext desk;

    YearDesk(DeskContext desk) {
        this.desk = desk;
    }

    /** What beginning this year would change, and what it would lack still; refused as {@link #begin} would be. */
    public YearChanges preview(NewYear year) {
        Objects.requireNonNull(year, "year");
        NewYear given = Inputs.checked(year);
        return desk.session().tried(work -> begun(given, work).changes());
    }

    /**
     * Begins the year.
     *
     * @param seen what {@link #preview} answered; a {@link ConflictException} if it would be something else by now, and
     *     then nothing is changed
     */
    public BegunYear begin(NewYear year, YearChanges seen) {
        Objects.requireNonNull(year, "year");
        Objects.requireNonNull(seen, "seen");
        NewYear given = Inputs.checked(year);
        return desk.session().write(Scope.ORGANISATION, work -> {
            BegunYear begun = begun(given, work);
            if (!begun.changes().equals(seen)) throw ConflictException.state("year.overtaken", given.cohort());
            return begun;
        });
    }

    private BegunYear begun(NewYear year, Work work) {
        Entitled head = desk.gate().organisation(BEGIN_YEAR, work);
        BegunYear begun = new YearStart(year, desk.catalogue(), work).begun();
        work.journal("year.begun", head.person(), head.role());
        return begun;
    }
}
