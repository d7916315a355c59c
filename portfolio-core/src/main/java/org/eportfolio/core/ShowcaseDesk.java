package org.eportfolio.core;

import static org.eportfolio.access.Permission.KEEP_SHOWCASE;
import static org.eportfolio.access.Permission.READ_SHOWCASE;
import static org.eportfolio.core.internal.kind.SharingKinds.SHOWCASE;

import java.util.Optional;
import java.util.function.BiFunction;
import org.eportfolio.ConflictException;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.school.GuardedDirectory;
import org.eportfolio.core.internal.showcase.Exhibition;
import org.eportfolio.core.internal.showcase.ShareLinks;
import org.eportfolio.core.internal.work.FilteredPages;
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
    private final DeskContext desk;
    private final GuardedDirectory names;

    ShowcaseDesk(DeskContext desk, GuardedDirectory names) {
        this.desk = desk;
        this.names = names;
    }

    /** Begins a showcase in the actor's own dossier, as a draft. */
    public Showcase begin(DossierId dossier, NewShowcase input) {
        NewShowcase given = Inputs.checked(input);
        return desk.write(dossier, KEEP_SHOWCASE, call -> {
            Exhibition.of(given.exhibits(), call.person(), call.today(), call.work())
                    .require(call.work());
            Showcase showcase = new Showcase(
                    new ShowcaseId(call.newId()),
                    dossier,
                    call.person(),
                    given.title(),
                    given.narrative(),
                    given.exhibits(),
                    false,
                    call.now(),
                    1);
            return call.save("showcase.begun", SHOWCASE, showcase);
        });
    }

    /**
     * Puts another content in place of a showcase's; published or shared, it stays so. What is shown of a production that
     * is confidential is shown to no one outside until it is cleared, and a recording only while its diffusion is
     * authorised.
     *
     * @param seen the showcase as the caller read it; a {@link ConflictException} if it changed since
     */
    public Showcase revise(Showcase seen, NewShowcase input) {
        NewShowcase given = Inputs.checked(input);
        return change(seen, "showcase.revised", (showcase, call) -> {
            Exhibition.of(given.exhibits(), showcase.owner(), call.today(), call.work())
                    .require(call.work());
            return showcase.withContent(given, call.now());
        });
    }

    /** Lets others see it. Publishing twice does nothing. */
    public Showcase publish(Showcase seen) {
        return change(seen, "showcase.published", (showcase, call) -> showcase.asPublished(call.now()));
    }

    /** Makes it a draft again: links to it open nothing until it is published once more. */
    public Showcase withdraw(Showcase seen) {
        return change(seen, "showcase.withdrawn", (showcase, call) -> showcase.asDraft(call.now()));
    }

    /** Removes a showcase and takes back the links to it. Its productions, and what cites them, stay. */
    public void remove(Showcase seen) {
        desk.run(seen.dossier(), KEEP_SHOWCASE, call -> {
            Showcase there = call.unchanged(SHOWCASE, seen);
            ShareLinks.revokeAll(new Target.OfShowcase(there.id()), call);
            call.remove("showcase.removed", SHOWCASE, there);
        });
    }

    /** One showcase; a draft is its learner's only. */
    public Showcase get(DossierId dossier, ShowcaseId id) {
        return desk.read(dossier, READ_SHOWCASE, call -> visible(id, call));
    }

    /** A showcase as a link would show it, without being one: nothing is logged. */
    public Displayed display(DossierId dossier, ShowcaseId id) {
        record Found(Displayed displayed, PersonId owner, Optional<String> kept) {}
        Found found = desk.read(dossier, READ_SHOWCASE, call -> {
            Showcase showcase = visible(id, call);
            return new Found(
                    Exhibition.of(showcase, call.today(), call.work()).displayed(showcase),
                    showcase.owner(),
                    GuardedDirectory.kept(showcase.owner(), call.work()));
        });
        return found.displayed().of(names.of(found.owner()).or(found::kept).orElse(null));
    }

    /**
     * A page of a dossier's showcases, the oldest first; drafts are left out of what others see.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<Showcase> list(DossierId dossier, PageRequest request) {
        return desk.read(
                dossier,
                READ_SHOWCASE,
                call -> FilteredPages.page(
                        SHOWCASE,
                        DossierKinds.scope(dossier),
                        request,
                        page -> page.stream()
                                .filter(each -> shownTo(call, each))
                                .toList(),
                        call.work()));
    }

    private static Showcase visible(ShowcaseId id, DossierCall call) {
        return call.find(SHOWCASE, id.value())
                .filter(each -> shownTo(call, each))
                .orElseThrow(() -> new NotFoundException("showcase", id));
    }

    private static boolean shownTo(Call call, Showcase showcase) {
        return !SHOWCASE.isDraft(showcase) || call.role() == Role.LEARNER;
    }

    private Showcase change(Showcase seen, String act, BiFunction<Showcase, DossierCall, Showcase> step) {
        return desk.write(seen.dossier(), KEEP_SHOWCASE, call -> {
            Showcase there = call.unchanged(SHOWCASE, seen);
            Showcase next = step.apply(there, call);
            return call.saveChanged(act, SHOWCASE, there, next);
        });
    }
}
