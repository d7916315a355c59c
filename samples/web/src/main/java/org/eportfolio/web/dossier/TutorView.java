package org.eportfolio.web.dossier;

import java.time.LocalDate;
import java.util.List;
import org.eportfolio.PageRequest;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Production;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.id.DossierId;
import org.eportfolio.web.look.Where;
import org.eportfolio.web.look.Words;

/**
 * A tutor to whom the learner can show a production.
 *
 * @param shown whether it is shown to them now
 * @param show where it is shown, or hidden again
 */
record TutorView(String employer, String days, boolean shown, String show) {
    private static final int SHOWN = 20;

    /** The tutors of the periods that are not closed. */
    static List<TutorView> of(Desk desk, Production production, Words words) {
        LocalDate today = LocalDate.now(desk.clock());
        DossierId dossier = production.dossier();
        return desk.tutoring().list(dossier, PageRequest.newest(SHOWN)).items().stream()
                .filter(each -> each.phase(today) != WorkplacePeriod.Phase.CLOSED)
                .map(each -> new TutorView(
                        each.employer(),
                        words.day(each.from()) + " – " + words.day(each.until()),
                        desk.tutoring().shown(dossier, each.id()).stream().anyMatch(shown -> shown.shows(production)),
                        Where.of(dossier) + "/periods/" + each.id() + "/shown/" + production.id()))
                .toList();
    }
}
