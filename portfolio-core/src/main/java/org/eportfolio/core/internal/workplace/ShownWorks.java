package org.eportfolio.core.internal.workplace;

import static org.eportfolio.core.internal.kind.WorkplaceKinds.SHOWN_WORK;
import static org.eportfolio.core.internal.kind.WorkplaceKinds.shownIn;

import java.util.List;
import org.eportfolio.ConflictException;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.showcase.Exhibition;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Production;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ShownWorkId;
import org.eportfolio.showcase.Displayed;
import org.eportfolio.showcase.Exhibit;
import org.eportfolio.workplace.NewShownWork;
import org.eportfolio.workplace.ShownWork;

/** What a learner shows to the tutor of one period, as others see productions: nothing gone, nothing withheld. */
public final class ShownWorks {
    private ShownWorks() {}

    /** The records of what is shown, in the order first shown. */
    public static List<ShownWork> in(WorkplacePeriod period, Work work) {
        return work.where(SHOWN_WORK, shownIn(period.id())).stream()
                .filter(each -> each.dossier().equals(period.dossier()))
                .toList();
    }

    /**
     * A production as its learner shows it from now on, in place of what was shown of it before.
     *
     * @throws ConflictException if it is withheld, or too many are shown already
     */
    public static ShownWork next(WorkplacePeriod period, NewShownWork input, DossierCall call) {
        Production made = input.production();
        List<ShownWork> before = in(period, call.work());
        ShownWork earlier =
                before.stream().filter(each -> each.shows(made)).findFirst().orElse(null);
        if (earlier == null && before.size() == ShownWork.MOST) {
            throw ConflictException.state("workplace.shown", ShownWork.MOST);
        }
        ShownWork shown = new ShownWork(
                earlier == null ? new ShownWorkId(call.newId()) : earlier.id(),
                period.dossier(),
                period.id(),
                made.dossier(),
                made.id(),
                made.current().number(),
                input.words(),
                call.now());
        Exhibition exhibition = exhibition(List.of(shown), call.learner(), call.work());
        exhibition.require(call.work());
        List<String> withheld = exhibition.withheld();
        if (!withheld.isEmpty()) throw ConflictException.state("share.withheld", withheld);
        return shown;
    }

    /** As the tutor sees it. A bounded number of readings, and one if nothing is shown. */
    public static List<Displayed.Made> of(WorkplacePeriod period, PersonId learner, Work work) {
        List<ShownWork> shown = in(period, work);
        if (shown.isEmpty()) return List.of();
        return exhibition(shown, learner, work).items().stream()
                .map(Displayed.Made.class::cast)
                .toList();
    }

    /** What of it the learner may show, and what of that may be seen. */
    private static Exhibition exhibition(List<ShownWork> shown, PersonId learner, Work work) {
        List<Exhibit> exhibits = shown.stream().map(ShownWorks::exhibit).toList();
        return Exhibition.of(exhibits, learner, work.today(), work);
    }

    private static Exhibit exhibit(ShownWork shown) {
        return new Exhibit.Single(shown.keptIn(), shown.production(), shown.version(), shown.words());
    }
}
