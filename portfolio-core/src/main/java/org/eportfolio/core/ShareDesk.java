package org.eportfolio.core;

import static org.eportfolio.access.Permission.OPEN_WORKPLACE;
import static org.eportfolio.access.Permission.READ_LINKS;
import static org.eportfolio.access.Permission.REVOKE_SHARE;
import static org.eportfolio.access.Permission.SEND_TO_JURY;
import static org.eportfolio.access.Permission.SHARE;
import static org.eportfolio.core.internal.kind.SharingKinds.LINK;
import static org.eportfolio.core.internal.kind.SharingKinds.READING;
import static org.eportfolio.core.internal.kind.SharingKinds.SHOWCASE;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eportfolio.ConflictException;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.SharingKinds;
import org.eportfolio.core.internal.school.DayBounds;
import org.eportfolio.core.internal.showcase.Exhibition;
import org.eportfolio.core.internal.showcase.ShareLinks;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.LinkId;
import org.eportfolio.id.ShowcaseId;
import org.eportfolio.school.Period;
import org.eportfolio.sharing.IssuedLink;
import org.eportfolio.sharing.LinkReading;
import org.eportfolio.sharing.ShareLink;
import org.eportfolio.sharing.Target;
import org.eportfolio.showcase.Showcase;

/**
 * Links that open one thing of a dossier to their bearer. A link ends, can be taken back at once, and every reading
 * through it is logged. What a bearer can do stands on {@link SharedDesk}. Thread-safe.
 */
public final class ShareDesk {
    private final DeskContext desk;

    ShareDesk(DeskContext desk) {
        this.desk = desk;
    }

    /**
     * Makes a link to a published showcase, which opens at once. Refused while it shows a production that is confidential
     * and not cleared, or a recording of which nothing may be shown, which is named.
     *
     * @param until the last day, included
     * @return the link and, this one time, its token
     */
    public IssuedLink share(DossierId dossier, ShowcaseId id, LocalDate until) {
        Inputs.requireBounded("until", until);
        return desk.write(dossier, SHARE, call -> {
            Showcase showcase =
                    call.find(SHOWCASE, id.value()).orElseThrow(() -> new NotFoundException("showcase", id));
            if (!showcase.published()) throw ConflictException.state("share.draft", showcase.title());
            Exhibition exhibition = Exhibition.of(showcase, call.today(), call.work());
            List<String> withheld = exhibition.withheld();
            if (!withheld.isEmpty()) throw ConflictException.state("share.withheld", withheld);
            List<String> unauthorised = exhibition.unauthorised();
            if (!unauthorised.isEmpty()) throw ConflictException.state("share.unauthorised", unauthorised);
            Period period = DayBounds.period(null, until, call.work());
            IssuedLink issued = ShareLinks.issue(new Target.OfShowcase(id), period, call);
            call.journal("link.issued");
            return issued;
        });
    }

    /**
     * Takes a link back, whatever it opens: the next reading is refused as if the link had never existed. A link to a
     * showcase is taken back by its learner, or by those who answer for the school; a tutor's by the team; a jury's by those
     * who could have sent it. Taking back twice does nothing.
     */
    public ShareLink revoke(DossierId dossier, LinkId id) {
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(id, "id");
        return desk.session().write(DossierKinds.scope(dossier), work -> {
            Permission needed = work.find(LINK, DossierKinds.scope(dossier), id.value())
                    .map(link -> revoking(link.target()))
                    .orElse(READ_LINKS);
            DossierCall call = desk.open(dossier, needed, work);
            ShareLink link = call.require(LINK, id.value());
            return call.saveChanged("link.revoked", LINK, link, link.asRevoked(call.person(), call.now()));
        });
    }

    private static Permission revoking(Target target) {
        if (target instanceof Target.OfWorkplace) return OPEN_WORKPLACE;
        return target instanceof Target.OfSeal ? SEND_TO_JURY : REVOKE_SHARE;
    }

    /** One link; its token is known to those it was given to, and is kept nowhere. */
    public ShareLink get(DossierId dossier, LinkId id) {
        Objects.requireNonNull(id, "id");
        return desk.read(dossier, READ_LINKS, call -> call.require(LINK, id.value()));
    }

    /**
     * A page of all links ever made to something of a dossier, the oldest first.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<ShareLink> list(DossierId dossier, PageRequest request) {
        return desk.read(dossier, READ_LINKS, call -> call.page(LINK, request));
    }

    /**
     * A page of what was read through a link, the oldest first.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<LinkReading> readings(DossierId dossier, LinkId id, PageRequest request) {
        return desk.read(dossier, READ_LINKS, call -> {
            call.require(LINK, id.value());
            return call.page(READING, SharingKinds.readingsOf(id), request);
        });
    }
}
