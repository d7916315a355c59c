package org.eportfolio.core;

import static org.eportfolio.access.Permission.ADVISE_CANDIDATE;
import static org.eportfolio.access.Permission.CHOOSE_FOR_JURY;
import static org.eportfolio.access.Permission.READ_EXAM_FILE;
import static org.eportfolio.access.Permission.READ_SEAL;
import static org.eportfolio.access.Permission.SEND_TO_JURY;
import static org.eportfolio.core.internal.kind.CertificationKinds.ADVICE;
import static org.eportfolio.core.internal.kind.CertificationKinds.EXAM_FILE;
import static org.eportfolio.core.internal.kind.CertificationKinds.SEAL;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.certification.Advice;
import org.eportfolio.certification.ExamFile;
import org.eportfolio.certification.ExamUnit;
import org.eportfolio.certification.ExamUse;
import org.eportfolio.certification.NewExamFile;
import org.eportfolio.certification.Seal;
import org.eportfolio.certification.SealedContents;
import org.eportfolio.certification.SealedFile;
import org.eportfolio.certification.SealedPiece;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.certification.GuardedSigner;
import org.eportfolio.core.internal.certification.SealFiles;
import org.eportfolio.core.internal.certification.SealPacking;
import org.eportfolio.core.internal.dossier.Citations;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.CertificationKinds;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.school.DayBounds;
import org.eportfolio.core.internal.school.GuardedDirectory;
import org.eportfolio.core.internal.showcase.ShareLinks;
import org.eportfolio.core.internal.work.RequiredContent;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.framework.Bloc;
import org.eportfolio.framework.Code;
import org.eportfolio.id.AdviceId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ExamFileId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.SealId;
import org.eportfolio.school.Period;
import org.eportfolio.sharing.IssuedLink;
import org.eportfolio.sharing.Target;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Signature;
import org.jspecify.annotations.Nullable;

/**
 * What a candidate puts before the jury of an exam unit. The candidate chooses and seals; teachers advise; the jury reads
 * what was sealed, through a link, a grant, or from the file alone ({@link SealedFile#verify}). Nothing goes in that was
 * not chosen. Nothing here has an official value by itself: the controller states what these files are for
 * ({@link Portfolio.Builder#examUse}), and until then there are no new ones. Thread-safe.
 */
public final class SealDesk {
    private final DeskContext desk;
    private final GuardedDirectory names;
    private final GuardedSigner signing;
    private final @Nullable ExamUse use;

    SealDesk(DeskContext desk, GuardedDirectory names, GuardedSigner signing, @Nullable ExamUse use) {
        this.use = use;
        this.desk = desk;
        this.names = names;
        this.signing = signing;
    }

    /** Begins the actor's own file for an exam unit. */
    public ExamFile begin(DossierId dossier, NewExamFile input) {
        NewExamFile given = Inputs.checked(input);
        return desk.write(dossier, CHOOSE_FOR_JURY, call -> {
            ExamUse stated = stated();
            check(given, call.dossier(), call.work());
            ExamFile file = new ExamFile(
                    new ExamFileId(call.newId()),
                    dossier,
                    call.person(),
                    new ExamUnit(given.unit(), given.blocs()),
                    given.choices(),
                    call.now(),
                    1,
                    stated);
            return call.save("exam-file.begun", EXAM_FILE, file);
        });
    }

    /**
     * Puts other choices in place of a file's. What was sealed before stays as it was sealed.
     *
     * @param seen the file as the caller read it; a {@link ConflictException} if it changed since
     */
    public ExamFile choose(ExamFile seen, NewExamFile input) {
        NewExamFile given = Inputs.checked(input);
        return desk.write(seen.dossier(), CHOOSE_FOR_JURY, call -> {
            ExamUse stated = stated();
            ExamFile there = call.unchanged(EXAM_FILE, seen);
            check(given, call.dossier(), call.work());
            ExamUnit unit = new ExamUnit(given.unit(), given.blocs());
            return call.save(
                    "exam-file.chosen",
                    EXAM_FILE,
                    there.withChoices(unit, given.choices(), call.now()).under(stated));
        });
    }

    /** What the controller states; refused as long as it states nothing. */
    private ExamUse stated() {
        if (use == null) throw new DeniedException(Message.of("denied.exam-use"));
        return use;
    }

    private void check(NewExamFile input, Dossier dossier, Work work) {
        var framework = desk.catalogue().adopted(dossier.adoption(), work).framework();
        for (Code code : input.blocs()) {
            InvalidInputException.unless(
                    framework.find(code).filter(Bloc.class::isInstance).isPresent(),
                    "blocs",
                    "exam-file.no-bloc",
                    code,
                    framework.blocs().stream().map(Bloc::code).toList());
        }
        SealFiles.of(input.choices(), dossier, desk.catalogue(), work.today(), work);
    }

    /** A teacher's word on the choices; it changes none, and no jury reads it. */
    public Advice advise(DossierId dossier, ExamFileId id, String text) {
        String said = Inputs.words(text);
        InvalidInputException.unless(!said.isBlank(), "text", "text.blank");
        return desk.write(dossier, ADVISE_CANDIDATE, call -> {
            stated();
            call.require(EXAM_FILE, id.value());
            Advice advice =
                    new Advice(new AdviceId(call.newId()), dossier, id, call.person(), call.role(), said, call.now());
            return call.save("candidate.advised", ADVICE, advice);
        });
    }

    /**
     * A page of the advice on a file, the oldest first.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<Advice> advice(DossierId dossier, ExamFileId id, PageRequest request) {
        return desk.read(dossier, READ_EXAM_FILE, call -> {
            call.require(EXAM_FILE, id.value());
            return call.page(ADVICE, CertificationKinds.adviceOn(id), request);
        });
    }

    /** A candidate's file as it stands. */
    public ExamFile file(DossierId dossier, ExamFileId id) {
        return desk.read(dossier, READ_EXAM_FILE, call -> call.require(EXAM_FILE, id.value()));
    }

    /** A page of a dossier's exam files, the oldest first. */
    public Page<ExamFile> files(DossierId dossier, PageRequest request) {
        return desk.read(dossier, READ_EXAM_FILE, call -> call.page(EXAM_FILE, request));
    }

    /**
     * Seals what the candidate chose: freezes the productions, fixes the content list, and records the root hash in the
     * dossier for good. Refused without a choice, and while a chosen production is confidential and not cleared, or
     * nothing of a chosen recording may be shown outside, which is named. The host's signer is asked with no connection held.
     *
     * @param seen the file as the caller read it; a {@link ConflictException} if it changed since
     */
    public Seal seal(ExamFile seen) {
        Ready ready = desk.read(
                seen.dossier(),
                CHOOSE_FOR_JURY,
                call -> new Ready(
                        stated(),
                        gathered(call.unchanged(EXAM_FILE, seen), call),
                        call.person(),
                        GuardedDirectory.kept(call.person(), call.work()),
                        call.now(),
                        language(call.dossier(), call.work())));
        List<SealedPiece> pieces = new SealPacking(desk.engine())
                .pack(
                        seen.unit(),
                        ready.use(),
                        names.of(ready.candidate())
                                .or(ready::kept)
                                .orElse(ready.candidate().value()),
                        ready.at(),
                        ready.locale(),
                        ready.gathering());
        Hash root = new SealedContents(pieces).root();
        Signature signature = signing.of(root).orElse(null);
        return desk.write(seen.dossier(), CHOOSE_FOR_JURY, call -> {
            ExamFile there = call.unchanged(EXAM_FILE, seen);
            SealFiles again = gathered(there, call);
            if (!again.equals(ready.gathering())) throw ConflictException.state("seal.overtaken");
            Seal seal = new Seal(
                    new SealId(call.newId()),
                    there.id(),
                    there.dossier(),
                    call.person(),
                    there.unit(),
                    pieces,
                    Citations.freeze(again.productions(), call),
                    again.recordings(),
                    root,
                    signature,
                    ready.at(),
                    ready.use());
            return call.save("exam-file.sealed", SEAL, seal);
        });
    }

    /** What is to be sealed, as it was seen in one snapshot. */
    private record Ready(
            ExamUse use, SealFiles gathering, PersonId candidate, Optional<String> kept, Instant at, Locale locale) {}

    private SealFiles gathered(ExamFile file, DossierCall call) {
        file.requireChoices();
        SealFiles gathering = SealFiles.of(file.choices(), call.dossier(), desk.catalogue(), call.today(), call.work());
        gathering.requireReleased();
        return gathering;
    }

    private Locale language(Dossier dossier, Work work) {
        return Locale.forLanguageTag(
                desk.catalogue().adopted(dossier.adoption(), work).framework().language());
    }

    /** One seal, for its candidate, the team, and a jury that was granted the dossier. */
    public Seal get(DossierId dossier, SealId id) {
        return desk.read(dossier, READ_SEAL, call -> seal(dossier, id, call.work()));
    }

    /** A page of all that was sealed in a dossier, the oldest first. */
    public Page<Seal> list(DossierId dossier, PageRequest request) {
        return desk.read(dossier, READ_SEAL, call -> call.page(SEAL, request));
    }

    /**
     * Writes the sealed file, the same to the byte each time, in memory that does not grow with it and with no connection
     * held. The stream is flushed, not closed. Refused while one of its productions, marked confidential since, is not
     * cleared, or the diffusion of one of its recordings is no longer authorised.
     */
    public void write(DossierId dossier, SealId id, OutputStream to) throws IOException {
        Objects.requireNonNull(to, "to");
        Seal seal = desk.read(dossier, READ_SEAL, call -> released(dossier, id, call.work()));
        SealedFile.write(seal, content -> RequiredContent.open(content, desk.engine()), to);
    }

    /**
     * Makes a link for the jury.
     *
     * @param from the first day; {@code null} for at once
     * @param until the last day, included
     * @return the link and, this one time, its token
     */
    public IssuedLink sendToJury(DossierId dossier, SealId id, @Nullable LocalDate from, LocalDate until) {
        Inputs.requireBoundedIfGiven("from", from);
        Inputs.requireBounded("until", until);
        return desk.write(dossier, SEND_TO_JURY, call -> {
            stated();
            released(dossier, id, call.work());
            Period period = DayBounds.period(from, until, call.work());
            IssuedLink issued = ShareLinks.issue(new Target.OfSeal(id), period, call);
            call.journal("jury.invited");
            return issued;
        });
    }

    private Seal released(DossierId dossier, SealId id, Work work) {
        Seal seal = seal(dossier, id, work);
        SealFiles.withholding(seal, work.today(), work).ifPresent(refusal -> {
            throw refusal;
        });
        return seal;
    }

    private static Seal seal(DossierId dossier, SealId id, Work work) {
        return work.find(SEAL, DossierKinds.scope(dossier), id.value())
                .orElseThrow(() -> new NotFoundException("seal", id));
    }
}
