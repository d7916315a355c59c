package org.eportfolio.core;

import static org.eportfolio.access.Permission.CLOSE_DEPARTURE;
import static org.eportfolio.core.internal.kind.DossierKinds.DOSSIER;
import static org.eportfolio.core.internal.kind.PrivacyKinds.DEPARTURE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eportfolio.ConflictException;
import org.eportfolio.NotFoundException;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.PrivacyKinds;
import org.eportfolio.core.internal.kind.SharingKinds;
import org.eportfolio.core.internal.school.DayBounds;
import org.eportfolio.core.internal.showcase.ShareLinks;
import org.eportfolio.core.internal.work.Digesting;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.DepartureId;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.Departure;
import org.eportfolio.sharing.HandedPackage;
import org.eportfolio.sharing.LinkLock;
import org.eportfolio.sharing.Passcode;
import org.eportfolio.sharing.ShareLink;
import org.eportfolio.sharing.Target;
import org.eportfolio.spi.Stored;

/**
 * A learner leaves: {@code pack}, keep the package and hand it over, {@code verify} it as it was kept, {@code close}. From
 * then on the learner reads their dossiers for as long as the school says, and writes nothing. Never part of
 * {@link Desk#together}. Thread-safe.
 */
public final class DepartureDesk {
    private final DeskContext desk;
    private final LeavingPackages packages;

    DepartureDesk(DeskContext desk, PrivacyOptions keeping) {
        this.desk = desk;
        this.packages = new LeavingPackages(desk, keeping);
    }

    /**
     * Writes what the learner takes away. May be done again, as after a change; the last package counts.
     *
     * @param to flushed, not closed
     */
    public Departure pack(PersonId learner, Locale language, OutputStream to) throws IOException {
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(to, "to");
        record Snapshot(PersonExport export, List<Departure.State> dossiers) {}
        Snapshot snapshot = desk.read(CLOSE_DEPARTURE, call -> {
            List<Departure.State> dossiers = dossiers(learner, call.work());
            return new Snapshot(packages.whole(learner, language, call.work()), dossiers);
        });
        Digesting digesting = new Digesting(to);
        packages.write(snapshot.export(), digesting);
        digesting.flush();
        Stored packed = digesting.stored();
        return desk.write(
                CLOSE_DEPARTURE,
                call -> call.save(
                        "departure.packed",
                        DEPARTURE,
                        new Departure(
                                new DepartureId(call.newId()),
                                learner,
                                packed,
                                snapshot.dossiers(),
                                call.now(),
                                null,
                                null,
                                null,
                                1)));
    }

    /**
     * Reads back the package from where it was kept; refused when it is not, byte for byte, the last one that was packed.
     *
     * @param kept read to its end, not closed
     */
    public Departure verify(PersonId learner, InputStream kept) throws IOException {
        desk.engine().read(work -> desk.gate().organisation(CLOSE_DEPARTURE, work));
        Digesting digesting = new Digesting(OutputStream.nullOutputStream());
        kept.transferTo(digesting);
        Stored read = digesting.stored();
        return desk.write(
                CLOSE_DEPARTURE,
                call -> call.save(
                        "departure.verified",
                        DEPARTURE,
                        last(learner, call.work()).asVerified(read, call.now())));
    }

    /**
     * Ends the learner's memberships now, and the roles of others over the dossiers alone, but a jury's, as
     * {@link YearDesk#end} does. Refused before the package was verified, and when one of the dossiers changed since it was
     * packed.
     *
     * @param readableUntil the last day on which the learner reads their dossiers, today at the earliest
     */
    public Departure close(PersonId learner, LocalDate readableUntil) {
        Inputs.requireBounded("readableUntil", readableUntil);
        return desk.write(CLOSE_DEPARTURE, call -> {
            Departure closed = last(learner, call.work())
                    .asClosed(dossiers(learner, call.work()), readableUntil, call.today(), call.now());
            LeavingPackages.end(learner, call.where(DOSSIER, DossierKinds.dossiersOf(learner)), call);
            return call.save("departure.closed", DEPARTURE, closed);
        });
    }

    /**
     * Hands the package over to a learner who left, by a link and a code: both are shown only once. Earlier links no longer
     * open it. The package is made when it is fetched, from what may leave then ({@link SharedDesk#writePackage}).
     *
     * @param until the last day on which it can be fetched, after today
     * @throws ConflictException if the learner's dossiers were not closed, or the learner is back
     */
    public HandedPackage handOver(PersonId learner, LocalDate until) {
        Objects.requireNonNull(learner, "learner");
        Inputs.requireBounded("until", until);
        return desk.write(CLOSE_DEPARTURE, call -> {
            Dossier dossier = left(learner, call);
            HandedPackage handed =
                    ShareLinks.handOver(learner, dossier.id(), DayBounds.period(null, until, call.work()), call);
            call.journal("package.handed-over");
            return handed;
        });
    }

    /**
     * Gives the link to a learner's package another code, as when the old one is lost or {@link LinkLock#MOST_WRONG} wrong
     * ones locked it.
     *
     * @throws NotFoundException if no link to the package is open
     */
    public Passcode newCode(PersonId learner) {
        Objects.requireNonNull(learner, "learner");
        return desk.write(CLOSE_DEPARTURE, call -> {
            Dossier dossier = left(learner, call);
            ShareLink link = ShareLinks.packageLinks(new Target.OfPackage(learner), dossier.id(), call).stream()
                    .filter(each -> each.standsAt(call.now()))
                    .findFirst()
                    .orElseThrow(() -> new NotFoundException("link", learner));
            LinkLock lock = call.where(SharingKinds.LINK_LOCK, SharingKinds.lockOf(link.id()))
                    .get(0);
            Passcode code = ShareLinks.code();
            call.save("package.code-given", SharingKinds.LINK_LOCK, lock.withCode(code, call.person(), call.now()));
            return code;
        });
    }

    /** The first dossier of a learner who left and is not back. */
    private Dossier left(PersonId learner, Call call) {
        List<Dossier> dossiers = call.where(DOSSIER, DossierKinds.dossiersOf(learner));
        if (dossiers.isEmpty()) throw new NotFoundException("person", learner);
        boolean closed = call.where(DEPARTURE, PrivacyKinds.departuresOf(learner)).stream()
                .anyMatch(each -> each.closedAt() != null);
        if (!closed || desk.gate().learns(learner, call.work())) {
            throw ConflictException.state("departure.not-left", learner);
        }
        return dossiers.get(0);
    }

    /** All departures of a learner, the oldest first, one for each package that was made: packages never closed too. */
    public List<Departure> of(PersonId learner) {
        return desk.read(CLOSE_DEPARTURE, call -> call.where(DEPARTURE, PrivacyKinds.departuresOf(learner)));
    }

    private static Departure last(PersonId learner, Work work) {
        List<Departure> all = work.where(DEPARTURE, PrivacyKinds.departuresOf(learner));
        if (all.isEmpty()) throw new NotFoundException("departure", learner);
        return all.get(all.size() - 1);
    }

    private static List<Departure.State> dossiers(PersonId learner, Work work) {
        List<Departure.State> states = LeavingPackages.states(learner, work);
        if (states.isEmpty()) throw new NotFoundException("person", learner);
        return states;
    }
}
