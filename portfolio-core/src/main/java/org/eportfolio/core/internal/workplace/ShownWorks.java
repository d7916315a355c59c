package org.eportfolio.core.internal.workplace;

import static org.eportfolio.core.internal.kind.WorkplaceKinds.SHOWN_WORK;
import static org.eportfolio.core.internal.kind.WorkplaceKinds.shownIn;

import java.util.List;
import java.util.stream.Stream;
import org.eportfolio.core.internal.showcase.Exhibition;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.id.PersonId;
import org.eportfolio.showcase.Displayed;
import org.eportfolio.showcase.Exhibit;
import org.eportfolio.spi.Stored;
import org.eportfolio.workplace.ShownWork;

/** What a learner shows to the tutor of one period, as others see productions: nothing gone, nothing withheld. */
public final class ShownWorks {
    private ShownWorks() {}

    /** In the order in which the learner showed them. A bounded number of readings, and one if nothing is shown. */
    public static List<Displayed.Made> of(WorkplacePeriod period, PersonId learner, Work work) {
        List<ShownWork> shown = work.where(SHOWN_WORK, shownIn(period.id())).stream()
                .filter(each -> each.dossier().equals(period.dossier()))
                .toList();
        if (shown.isEmpty()) return List.of();
        return exhibition(shown, learner, work).items().stream()
                .map(Displayed.Made.class::cast)
                .toList();
    }

    /** The files of all that is shown: these can be downloaded, and no other. */
    public static Stream<Stored> contents(WorkplacePeriod period, PersonId learner, Work work) {
        return of(period, learner, work).stream().flatMap(Displayed.Made::contents);
    }

    /** What of it the learner may show, and what of that may be seen. */
    public static Exhibition exhibition(List<ShownWork> shown, PersonId learner, Work work) {
        List<Exhibit> exhibits = shown.stream().map(ShownWorks::exhibit).toList();
        return Exhibition.of(exhibits, learner, work.today(), work);
    }

    private static Exhibit exhibit(ShownWork shown) {
        return new Exhibit.Single(shown.keptIn(), shown.production(), shown.version(), shown.words());
    }
}
