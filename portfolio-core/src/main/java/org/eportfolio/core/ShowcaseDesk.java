package org.eportfolio.core;

import java.time.ZoneId;
import java.util.Optional;
import org.eportfolio.ConflictException;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.access.Opened;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.SharingKinds;
import org.eportfolio.core.internal.reflection.RecordingVisibility;
import org.eportfolio.core.internal.school.GuardedDirectory;
import org.eportfolio.core.internal.showcase.Exhibition;
import org.eportfolio.core.internal.showcase.ShareLinks;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.FilteredPages;
import org.eportfolio.core.internal.work.Session;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ShowcaseId;
import org.eportfolio.school.Role;
import org.eportfolio.sharing.Target;
import org.eportfolio.showcase.Displayed;
import org.eportfolio.showcase.NewShowcase;
import org.eportfolio.showcase.Showcase;

/**
 * What learners choose to show. The learner alone curates; others see what is published. Taking a production out of a
 * showcase, or removing the showcase, breaks no citation. Thread-safe.
 */
public final class ShowcaseDesk {
    private final Session session;
    private final Gate gate;
    private final GuardedDirectory names;
    private final ZoneId zone;

    ShowcaseDesk(Session session, Gate gate, Engine engine, GuardedDirectory names) {
        this.session = session;
        this.gate = gate;
        this.names = names;
        this.zone = engine.clock().getZone();
    }

    /** Begins a showcase in the actor's own dossier, as a draft. */
    public Showcase begin(DossierId dossier, NewShowcase input) {
        Inputs.checked(input);
        return session.write(DossierKinds.scope(dossier), work -> {
            Opened opened = gate.dossier(dossier, Permission.KEEP_SHOWCASE, work);
            Exhibition.of(input.exhibits(), opened.person(), RecordingVisibility.today(zone, work), work)
                    .require(work);
            Showcase showcase = new Showcase(
                    new ShowcaseId(work.newId()),
                    dossier,
                    opened.person(),
                    input.title(),
                    input.narrative(),
                    input.exhibits(),
                    false,
                    work.now(),
                    1);
            return put(showcase, "showcase.begun", opened, work);
        });
    }

    /**
     * Puts another content in place of a showcase's; published or shared, it stays so. What is shown of a production that
     * is confidential is shown to nobody outside until it is cleared, and a recording only while its diffusion is
     * authorised.
     *
     * @param seen the showcase as the caller read it; a {@link ConflictException} if it changed since
     */
    public Showcase revise(Showcase seen, NewShowcase input) {
        Inputs.checked(input);
        return change(seen, "showcase.revised", (showcase, work) -> {
            Exhibition.of(input.exhibits(), showcase.owner(), RecordingVisibility.today(zone, work), work)
                    .require(work);
            return showcase.revised(input, work.now());
        });
    }

    /** Lets others see it. Publishing twice does nothing. */
    public Showcase publish(Showcase seen) {
        return change(seen, "showcase.published", (showcase, work) -> showcase.publish(work.now()));
    }

    /** Makes it a draft again: links to it open nothing until it is published once more. */
    public Showcase withdraw(Showcase seen) {
        return change(seen, "showcase.withdrawn", (showcase, work) -> showcase.withdraw(work.now()));
    }

    /** Removes a showcase and takes back the links to it. Its productions, and what cites them, stay. */
    public void remove(Showcase seen) {
        session.write(DossierKinds.scope(seen.dossier()), work -> {
            Opened opened = gate.dossier(seen.dossier(), Permission.KEEP_SHOWCASE, work);
            Showcase there = work.unchanged(SharingKinds.SHOWCASE, seen);
            ShareLinks.revokeAll(new Target.OfShowcase(there.id()), opened, work);
            work.remove(SharingKinds.SHOWCASE, there);
            work.journal("showcase.removed", opened.person(), opened.role());
            return true;
        });
    }

    /** One showcase; a draft is its learner's only. */
    public Showcase get(DossierId dossier, ShowcaseId id) {
        return session.read(work -> visible(dossier, id, work));
    }

    /** A showcase as a link would show it, without being one: nothing is logged. */
    public Displayed display(DossierId dossier, ShowcaseId id) {
        record Found(Displayed displayed, PersonId owner, Optional<String> kept) {}
        Found found = session.read(work -> {
            Showcase showcase = visible(dossier, id, work);
            return new Found(
                    Exhibition.of(showcase, RecordingVisibility.today(zone, work), work)
                            .displayed(showcase),
                    showcase.owner(),
                    GuardedDirectory.kept(showcase.owner(), work));
        });
        return found.displayed().of(names.of(found.owner()).or(found::kept).orElse(null));
    }

    /**
     * A page of a dossier's showcases, the oldest first; drafts are left out of what others see, so that a page may be
     * shorter than asked.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<Showcase> list(DossierId dossier, PageRequest request) {
        return session.read(work -> {
            Opened opened = gate.dossier(dossier, Permission.READ_SHOWCASE, work);
            return FilteredPages.page(
                    SharingKinds.SHOWCASE,
                    DossierKinds.scope(dossier),
                    request,
                    page -> page.stream().filter(each -> shownTo(opened, each)).toList(),
                    work);
        });
    }

    private Showcase visible(DossierId dossier, ShowcaseId id, Work work) {
        Opened opened = gate.dossier(dossier, Permission.READ_SHOWCASE, work);
        return work.find(SharingKinds.SHOWCASE, DossierKinds.scope(dossier), id.value())
                .filter(each -> shownTo(opened, each))
                .orElseThrow(() -> new NotFoundException("showcase", id));
    }

    private static boolean shownTo(Opened opened, Showcase showcase) {
        return showcase.published() || opened.role() == Role.LEARNER;
    }

    private interface Step {
        Showcase from(Showcase before, Work work);
    }

    private Showcase change(Showcase seen, String act, Step step) {
        return session.write(DossierKinds.scope(seen.dossier()), work -> {
            Opened opened = gate.dossier(seen.dossier(), Permission.KEEP_SHOWCASE, work);
            Showcase there = work.unchanged(SharingKinds.SHOWCASE, seen);
            Showcase next = step.from(there, work);
            return next.equals(there) ? there : put(next, act, opened, work);
        });
    }

    private static Showcase put(Showcase showcase, String act, Opened opened, Work work) {
        work.put(SharingKinds.SHOWCASE, showcase);
        work.journal(act, opened.person(), opened.role());
        return showcase;
    }
}
