package org.eportfolio.core;

import static org.eportfolio.access.Permission.KEEP_HOME;

import java.time.Instant;
import org.eportfolio.agenda.Home;
import org.eportfolio.core.internal.agenda.HomeFacts;
import org.eportfolio.core.internal.agenda.Visits;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.Visit;
import org.eportfolio.id.DossierId;
import org.jspecify.annotations.Nullable;

/**
 * What a learner sees first: their ten minutes a week in one call, from a number of readings that depends neither on the
 * class nor on the length of the history. The learner's alone, since their drafts are in it. Thread-safe.
 *
 * <p>Reading changes nothing, so a visit does not end by itself: once the learner has seen their home, the host says so
 * with {@link #visited}. A host that keeps visits elsewhere asks {@link #of(DossierId, Instant)} instead, and then
 * nothing is kept here.
 */
public final class HomeDesk {
    private final DeskContext desk;

    HomeDesk(DeskContext desk) {
        this.desk = desk;
    }

    /** What is new since the last visit, or since the dossier was opened if there was none; at most a year back. */
    public Home of(DossierId dossier) {
        return home(dossier, null);
    }

    /**
     * What is new since this instant, whatever visits are kept; at most a year back.
     *
     * @param since not in the future
     */
    public Home of(DossierId dossier, Instant since) {
        Inputs.requireBounded("since", since);
        return home(dossier, since);
    }

    private Home home(DossierId dossier, @Nullable Instant asked) {
        return desk.read(dossier, KEEP_HOME, call -> {
            Instant since = Visits.since(
                    asked,
                    DossierKinds.scope(dossier),
                    dossier.value(),
                    call.person(),
                    call.dossier().openedAt(),
                    call.work());
            return HomeFacts.of(call.dossier(), since, desk.catalogue(), desk.zone(), call.work())
                    .home();
        });
    }

    /**
     * Records that the learner has seen their home, in place of the visit before; an instant earlier than the recorded one
     * changes nothing. This one instant is all that is kept: no list of visits, and no line in the journal.
     *
     * @param until {@link Home#asOf} of what was seen, so that nothing is lost that came in meanwhile
     */
    public void visited(DossierId dossier, Instant until) {
        Inputs.requireBounded("until", until);
        desk.write(dossier, KEEP_HOME, call -> Visits.keep(Visit.of(dossier, call.person(), until), call.work()));
    }
}
