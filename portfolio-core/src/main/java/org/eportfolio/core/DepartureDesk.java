package org.eportfolio.core;

import static org.eportfolio.access.Permission.CLOSE_DEPARTURE;
import static org.eportfolio.core.internal.kind.DossierKinds.DOSSIER;
import static org.eportfolio.core.internal.kind.PrivacyKinds.DEPARTURE;
import static org.eportfolio.core.internal.kind.SchoolKinds.GRANT;
import static org.eportfolio.core.internal.kind.SchoolKinds.MEMBERSHIP;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eportfolio.NotFoundException;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.journal.EarlierChains;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.PrivacyKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.privacy.Disclosure;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.DepartureId;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.Departure;
import org.eportfolio.school.Grant;
import org.eportfolio.school.Membership;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Stored;

/**
 * A learner leaves: {@code pack}, keep the package and hand it over, {@code verify} it as it was kept, {@code close}. From
 * then on the learner reads their dossiers for as long as the school says, and writes nothing. Never part of
 * {@link Desk#together}. Thread-safe.
 */
public final class DepartureDesk {
    private final DeskContext desk;
    private final TakeAway takeAway;

    DepartureDesk(DeskContext desk, TakeAway takeAway) {
        this.desk = desk;
        this.takeAway = takeAway;
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
            return new Snapshot(
                    new PersonExport(
                            learner,
                            false,
                            Disclosure.of(learner, false, language, call.work()),
                            language,
                            desk.engine()),
                    dossiers);
        });
        Digesting digesting = new Digesting(to);
        takeAway.write(snapshot.export(), digesting);
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
     * Ends the learner's memberships now. Refused before the package was verified, and when one of the dossiers changed
     * since it was packed.
     *
     * @param readableUntil the last day on which the learner reads their dossiers, today at the earliest
     */
    public Departure close(PersonId learner, LocalDate readableUntil) {
        Inputs.requireBounded("readableUntil", readableUntil);
        return desk.write(CLOSE_DEPARTURE, call -> {
            Departure closed = last(learner, call.work())
                    .asClosed(dossiers(learner, call.work()), readableUntil, call.today(), call.now());
            for (Membership each : call.where(MEMBERSHIP, SchoolKinds.membershipsOf(learner))) {
                if (each.period().endsAfter(call.now())) call.put(MEMBERSHIP, each.asEnded(call.now()));
            }
            for (Grant each : call.where(GRANT, SchoolKinds.grantsOf(learner))) {
                boolean learning = each.role() == Role.LEARNER && each.period().endsAfter(call.now());
                if (learning) call.put(GRANT, each.asEnded(call.now()));
            }
            return call.save("departure.closed", DEPARTURE, closed);
        });
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
        List<Dossier> dossiers = work.where(DOSSIER, DossierKinds.dossiersOf(learner));
        if (dossiers.isEmpty()) throw new NotFoundException("person", learner);
        return dossiers.stream()
                .map(each -> new Departure.State(
                        each.id().value(), EarlierChains.lengthAsWritten(DossierKinds.scope(each.id()), work.view())))
                .toList();
    }

    /** Passes bytes on and knows their hash. */
    private static final class Digesting extends FilterOutputStream {
        private final MessageDigest digest;
        private long size;

        Digesting(OutputStream to) {
            super(to);
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            digest.update((byte) b);
            size++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            digest.update(bytes, from, length);
            size += length;
        }

        /** To be asked once, at the end. */
        Stored stored() {
            return new Stored(Hash.of(digest.digest()), size);
        }
    }
}
