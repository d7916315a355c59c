package org.eportfolio.core;

import org.eportfolio.ConflictException;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.access.Entitled;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.Session;
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
    private final Session session;
    private final Gate gate;
    private final Catalogue catalogue;
    private final Engine engine;

    YearDesk(Session session, Gate gate, Catalogue catalogue, Engine engine) {
        this.session = session;
        this.gate = gate;
        this.catalogue = catalogue;
        this.engine = engine;
    }

    /** What beginning this year would change, and what it would lack still; refused as {@link #begin} would be. */
    public YearChanges preview(NewYear year) {
        Inputs.checked(year);
        return session.tried(work -> begun(year, work).changes());
    }

    /**
     * Begins the year.
     *
     * @param seen what {@link #preview} told; a {@link ConflictException} if it would be something else by now, and
     *     then nothing is changed
     */
    public BegunYear begin(NewYear year, YearChanges seen) {
        Inputs.checked(year);
        return session.write(Scope.ORGANISATION, work -> {
            BegunYear begun = begun(year, work);
            if (!begun.changes().equals(seen)) throw ConflictException.state("year.overtaken", year.cohort());
            return begun;
        });
    }

    private BegunYear begun(NewYear year, Work work) {
        Entitled head = gate.organisation(Permission.BEGIN_YEAR, work);
        BegunYear begun = new YearStart(year, catalogue, engine.clock().getZone(), work).begun();
        work.journal("year.begun", head.person(), head.role());
        return begun;
    }
}
