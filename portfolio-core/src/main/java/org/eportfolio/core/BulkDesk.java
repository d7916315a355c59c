package org.eportfolio.core;

import static org.eportfolio.access.Permission.LOAD_HISTORY;

import java.util.Iterator;
import org.eportfolio.ConflictException;
import org.eportfolio.assessment.LearnerHistory;
import org.eportfolio.core.internal.access.Entitled;
import org.eportfolio.core.internal.bulk.BulkLoad;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.StaleException;

/** Large loads: one transaction each, in bounded memory. Thread-safe. */
public final class BulkDesk {
    private final DeskContext desk;

    BulkDesk(DeskContext desk) {
        this.desk = desk;
    }

    /** What a load wrote. */
    public record Loaded(long dossiers, long productions, long assessments) {}

    /**
     * Opens a dossier for each learner and fills it with their history, marked as imported: all of them, or nothing. The
     * first history that breaks a rule ends the load with an exception that names the learner. Each learner comes once,
     * and must have no dossier under the adoption. Others may read meanwhile; those who write wait. The platform's common
     * pool helps with what can be done side by side, so a level policy may be called on one of its threads.
     *
     * @param histories called on this thread, one element at a time and up to some hundred before they are written; must
     *     not call this portfolio
     * @throws org.eportfolio.CancelledException when this thread is interrupted; looked at after every few hundred learners
     */
    public Loaded load(Iterator<LearnerHistory> histories) {
        Entitled by = desk.engine().read(work -> desk.gate().organisation(LOAD_HISTORY, work));
        BulkLoad loading = new BulkLoad(histories, by, desk.catalogue(), desk.engine());
        try {
            desk.engine().holding(Scope.ORGANISATION, () -> desk.engine().load(loading.begun()));
        } catch (StaleException e) {
            throw ConflictException.state("load.overtaken");
        } finally {
            loading.end();
        }
        return new Loaded(loading.dossiers(), loading.productions(), loading.assessments());
    }
}
