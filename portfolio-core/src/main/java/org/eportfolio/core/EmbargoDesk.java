package org.eportfolio.core;

import static org.eportfolio.access.Permission.HOLD_BACK_LEVELS;
import static org.eportfolio.access.Permission.READ_COHORT;
import static org.eportfolio.core.internal.kind.AssessmentKinds.EMBARGO;

import java.time.LocalDate;
import org.eportfolio.ConflictException;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.assessment.Embargo;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.kind.AssessmentKinds;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.EmbargoId;

/**
 * Has the learners of a cohort speak first: teachers' levels are not shown to them before they have said their own. It
 * filters what learners and their representatives read (progress, home, news, nudges, preparation sheets, take-aways), and
 * never what a person asks for as their data ({@code privacy().export}) nor the package of one who leaves. Thread-safe.
 */
public final class EmbargoDesk {
    private final DeskContext desk;

    EmbargoDesk(DeskContext desk) {
        this.desk = desk;
    }

    /**
     * Holds back what teachers record from now on; what was shown stays shown. One embargo at a time runs over a cohort.
     *
     * @param until the last day, today at the earliest and at most {@value Embargo#MOST_DAYS} days ahead
     */
    public Embargo declare(CohortId cohort, LocalDate until) {
        return desk.write(cohort, HOLD_BACK_LEVELS, call -> {
            for (Embargo each : call.where(EMBARGO, AssessmentKinds.embargoesOf(cohort))) {
                if (each.runsAt(call.now(), desk.zone())) {
                    throw ConflictException.state("embargo.running", each.until());
                }
            }
            return call.save(
                    "embargo.declared",
                    EMBARGO,
                    Embargo.declared(
                            new EmbargoId(call.newId()), cohort, until, call.person(), call.now(), desk.zone()));
        });
    }

    /**
     * Ends an embargo before its last day: all that it held back is shown from now on.
     *
     * @param seen the embargo as the caller read it; a {@link ConflictException} if it changed since, or is over
     */
    public Embargo lift(Embargo seen) {
        return desk.write(seen.cohort(), HOLD_BACK_LEVELS, call -> {
            // The gate let through for the cohort that the caller names: it must be the embargo's own.
            Embargo there = call.require(EMBARGO, seen.id().value());
            if (!there.cohort().equals(seen.cohort())) throw new NotFoundException("embargo", seen.id());
            return call.change(
                    "embargo.lifted",
                    EMBARGO,
                    seen,
                    embargo -> embargo.asLifted(call.person(), call.now(), desk.zone()));
        });
    }

    /** A page of a cohort's embargoes, those that are over included, the oldest first. */
    public Page<Embargo> list(CohortId cohort, PageRequest request) {
        return desk.read(cohort, READ_COHORT, call -> call.page(EMBARGO, AssessmentKinds.embargoesOf(cohort), request));
    }
}
