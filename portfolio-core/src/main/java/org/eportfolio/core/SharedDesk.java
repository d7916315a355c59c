package org.eportfolio.core;

import static org.eportfolio.access.Permission.ANSWER_AS_TUTOR;
import static org.eportfolio.access.Permission.POSITION;
import static org.eportfolio.core.internal.kind.CertificationKinds.SEAL;
import static org.eportfolio.core.internal.kind.GuidanceKinds.WORKPLACE;
import static org.eportfolio.core.internal.kind.SharingKinds.LINK_LOCK;
import static org.eportfolio.core.internal.kind.SharingKinds.READING;
import static org.eportfolio.core.internal.kind.SharingKinds.SHOWCASE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.access.AccessPolicy;
import org.eportfolio.certification.JuryFile;
import org.eportfolio.certification.Seal;
import org.eportfolio.certification.SealedFile;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.certification.SealFiles;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.SharingKinds;
import org.eportfolio.core.internal.school.GuardedDirectory;
import org.eportfolio.core.internal.showcase.Exhibition;
import org.eportfolio.core.internal.showcase.ShownFiles;
import org.eportfolio.core.internal.work.RequiredContent;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.core.internal.workplace.ShownWorks;
import org.eportfolio.core.internal.workplace.TutorForms;
import org.eportfolio.dossier.ByteRange;
import org.eportfolio.dossier.Download;
import org.eportfolio.dossier.Piece;
import org.eportfolio.guidance.NewTutorAnswer;
import org.eportfolio.guidance.TutorForm;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.guidance.WorkplacePeriod.Phase;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ReadingId;
import org.eportfolio.school.Role;
import org.eportfolio.sharing.LinkLock;
import org.eportfolio.sharing.LinkReading;
import org.eportfolio.sharing.ShareLink;
import org.eportfolio.sharing.Target;
import org.eportfolio.sharing.WaitingPackage;
import org.eportfolio.showcase.Displayed;
import org.eportfolio.showcase.Showcase;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.Stored;
import org.eportfolio.workplace.NewAttestedDays;
import org.jspecify.annotations.Nullable;

/**
 * What the bearer of a link can do, without an account: {@code portfolio.as(Actor.bearing(token)).shared()}. Whatever is
 * wrong with a link (mistyped, altered, ended, taken back, or leading to something else than what is asked for), the
 * answer is the same {@link NotFoundException}; an actor without a link is refused. Thread-safe.
 *
 * <p>Reading changes nothing anywhere else in the library. Here each reading writes one line into the log of the link,
 * with its journal entry: which link and when, and of a download which file; no address, no device. A bearer is no person
 * that a host's access policy could know, so it is asked only when a tutor answers, in the tutor's name.
 */
public final class SharedDesk {
    private final DeskContext desk;
    private final GuardedDirectory names;
    private final TutorForms forms;
    private final LeavingPackages packages;

    SharedDesk(DeskContext desk, GuardedDirectory names, PrivacyOptions keeping) {
        this.desk = desk;
        this.packages = new LeavingPackages(desk, keeping);
        this.names = names;
        this.forms = new TutorForms(desk.catalogue(), names);
    }

    /** The showcase that the link opens. */
    public Displayed showcase() {
        Shown<Displayed> shown = reading(null, (link, work) -> {
            Showcase showcase = showcase(link, work);
            return new Shown<>(
                    Exhibition.of(showcase, work.today(), work).displayed(showcase),
                    showcase.owner(),
                    GuardedDirectory.kept(showcase.owner(), work));
        });
        return shown.what().of(name(shown));
    }

    /**
     * The bytes of a file that the link shows now, to be closed by the caller; no other file can be had. A slow download
     * holds nothing.
     */
    public InputStream download(Stored file) {
        return download(file, ByteRange.ALL).bytes();
    }

    /**
     * The same with the file's name and type, and of its bytes only those wanted: what comes before is not read. Each range is
     * a reading through the link.
     *
     * @throws InvalidInputException if the range lies outside the file
     */
    public Download download(Stored file, ByteRange range) {
        Objects.requireNonNull(range, "range");
        List<Piece.File> shown = reading(file.sha256(), (link, work) -> {
            List<Piece.File> files = files(link, work);
            boolean there =
                    files.stream().anyMatch(each -> file.equals(each.content()) || file.equals(each.captions()));
            if (!there) throw new NotFoundException("file", file.sha256());
            range.requireIn(file.size());
            return files;
        });
        return RequiredContent.open(file, range, shown, desk.engine());
    }

    /**
     * A small picture of a file of what the link shows, to be closed by the caller; empty if none was made. A reading through
     * the link, as a download is.
     */
    public Optional<Download> preview(Stored file) {
        List<Piece.File> shown = reading(file.sha256(), (link, work) -> {
            List<Piece.File> files = files(link, work);
            if (files.stream().noneMatch(each -> file.equals(each.content()))) {
                throw new NotFoundException("file", file.sha256());
            }
            return files;
        });
        return RequiredContent.preview(file, shown, desk.engine());
    }

    /** The tutor's questions, what the learner shows them, and what they answered so far. */
    public TutorForm workplace() {
        return forms.form(reading(null, (link, work) -> forms.seen(workplace(link, work), work)));
    }

    /**
     * The tutor's answer, in place of the one before; while the period lasts. Its levels stand in the learner's tutor
     * trajectory at once, and a level that is changed or left out is superseded or taken back there.
     */
    public TutorForm answer(NewTutorAnswer input) {
        NewTutorAnswer given = Inputs.checked(input);
        return forms.form(desk.session().write(scope(), work -> {
            WorkplacePeriod there = workplace(desk.gate().link(work), work);
            work.ask(new AccessPolicy.Question(there.tutor(), Role.TUTOR, POSITION, there.dossier()));
            WorkplacePeriod answered = forms.answered(there, given, work);
            work.journal("tutor.answered", there.tutor(), Role.TUTOR);
            return forms.seen(answered, work);
        }));
    }

    /**
     * The tutor attests days, from the beginning of the period to the day on which its link closes:
     * {@code attest(NewAttestedDays.upToToday())} says that all days planned so far were done, but for those named. A new
     * statement about a day reverses the earlier one, and both stay on record. Why a day was missed has no place here.
     */
    public TutorForm attest(NewAttestedDays input) {
        NewAttestedDays given = Inputs.checked(input);
        return forms.form(desk.session().write(scope(), work -> {
            WorkplacePeriod there = workplace(desk.gate().link(work), work);
            work.ask(new AccessPolicy.Question(there.tutor(), Role.TUTOR, ANSWER_AS_TUTOR, there.dossier()));
            if (forms.attested(there, given, work)) work.journal("days.attested", there.tutor(), Role.TUTOR);
            return forms.seen(there, work);
        }));
    }

    /** The content list of the sealed file that the link opens. */
    public JuryFile sealed() {
        return reading(null, (link, work) -> JuryFile.of(seal(link, work)));
    }

    /** Writes the sealed file, in memory that does not grow with it and with no connection held. */
    public void writeSealed(OutputStream to) throws IOException {
        Objects.requireNonNull(to, "to");
        SealedFile.write(reading(null, this::seal), content -> RequiredContent.open(content, desk.engine()), to);
    }

    /** That a package waits behind the link, before its code is given; nothing of it is read, and no reading is logged. */
    public WaitingPackage waitingPackage() {
        return desk.session().read(work -> {
            ShareLink link = desk.gate().link(work);
            LinkLock lock = lock(link, work);
            LocalDate after = work.dayOf(Objects.requireNonNull(link.period().until()));
            return new WaitingPackage(after.minusDays(1), lock.triesLeft());
        });
    }

    /**
     * Writes the package of a learner who left: what may leave now of what is kept about them, made anew, in memory that
     * does not grow with its files and with no connection held. A recording whose authorisation was withdrawn is not in it.
     * While the learner is back at the school, the link opens nothing.
     * A commit of its own, never part of {@link Desk#together}.
     *
     * @param code as it was handed over, with or without its hyphen
     * @param language of the page in it
     * @throws DeniedException if the code is not the right one, which is counted; after {@link LinkLock#MOST_WRONG} of them
     *     also the right one is refused, until the school gives a new code
     */
    public void writePackage(String code, Locale language, OutputStream to) throws IOException {
        String given = Inputs.bounded("code", code);
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(to, "to");
        if (desk.session() != desk.engine())
            throw new IllegalStateException("counts wrong codes by a commit of its own");
        packages.write(exported(given, language), to);
    }

    private PersonExport exported(String code, Locale language) {
        Scope scope = scope();
        LinkLock tried = desk.engine().write(scope, work -> {
            ShareLink link = desk.gate().link(work);
            LinkLock before = lock(link, work);
            LinkLock after = before.asTried(code);
            if (!after.equals(before)) work.put(LINK_LOCK, after);
            if (before.opensWith(code)) {
                work.put(
                        READING,
                        new LinkReading(new ReadingId(work.newId()), link.dossier(), link.id(), work.now(), null));
                work.journal("link.read", null, null);
            } else if (!after.equals(before)) {
                work.journal("link.code-refused", null, null);
            }
            return after;
        });
        if (tried.triesLeft() == 0) throw new DeniedException(Message.of("package.locked"));
        if (!tried.opensWith(code)) throw new DeniedException(Message.of("package.wrong-code", tried.triesLeft()));
        return desk.engine().read(work -> packages.export(learner(desk.gate().link(work)), language, work));
    }

    private static PersonId learner(ShareLink link) {
        if (!(link.target() instanceof Target.OfPackage of)) throw NotFoundException.link();
        return of.learner();
    }

    private static LinkLock lock(ShareLink link, Work work) {
        learner(link);
        return work.where(LINK_LOCK, SharingKinds.lockOf(link.id())).stream()
                .findFirst()
                .orElseThrow(NotFoundException::link);
    }

    private <T> T reading(@Nullable Hash file, BiFunction<ShareLink, Work, T> show) {
        return desk.session().write(scope(), work -> {
            ShareLink link = desk.gate().link(work);
            T shown = show.apply(link, work);
            work.put(
                    READING, new LinkReading(new ReadingId(work.newId()), link.dossier(), link.id(), work.now(), file));
            work.journal("link.read", null, role(link.target()));
            return shown;
        });
    }

    /** Where the link leads; what opens nothing is refused here, before anything waits for a lock. */
    private Scope scope() {
        return desk.session()
                .read(work -> DossierKinds.scope(desk.gate().link(work).dossier()));
    }

    private static @Nullable Role role(Target target) {
        if (target instanceof Target.OfShowcase || target instanceof Target.OfPackage) return null;
        return target instanceof Target.OfWorkplace ? Role.TUTOR : Role.CERTIFIER;
    }

    private static Showcase showcase(ShareLink link, Work work) {
        if (!(link.target() instanceof Target.OfShowcase of)) throw NotFoundException.link();
        return work.find(
                        SHOWCASE,
                        DossierKinds.scope(link.dossier()),
                        of.showcase().value())
                .filter(Showcase::published)
                .orElseThrow(NotFoundException::link);
    }

    /** The files of what the link shows now. */
    private List<Piece.File> files(ShareLink link, Work work) {
        if (link.target() instanceof Target.OfSeal) return ShownFiles.of(seal(link, work));
        if (link.target() instanceof Target.OfWorkplace) {
            WorkplacePeriod period = workplace(link, work);
            return ShownFiles.of(ShownWorks.of(period, TutorForms.learner(period, work), work));
        }
        return ShownFiles.of(displayed(link, work).items());
    }

    private Displayed displayed(ShareLink link, Work work) {
        Showcase showcase = showcase(link, work);
        return Exhibition.of(showcase, work.today(), work).displayed(showcase);
    }

    private Seal seal(ShareLink link, Work work) {
        if (!(link.target() instanceof Target.OfSeal of)) throw NotFoundException.link();
        return work.find(SEAL, DossierKinds.scope(link.dossier()), of.seal().value())
                .filter(seal -> SealFiles.withholding(seal, work.today(), work).isEmpty())
                .orElseThrow(NotFoundException::link);
    }

    private WorkplacePeriod workplace(ShareLink link, Work work) {
        if (!(link.target() instanceof Target.OfWorkplace of)) throw NotFoundException.link();
        return work.find(
                        WORKPLACE,
                        DossierKinds.scope(link.dossier()),
                        of.workplace().value())
                .filter(period -> period.phase(work.today()) != Phase.CLOSED)
                .orElseThrow(NotFoundException::link);
    }

    /** What is shown, of whom, and how they are called here. */
    private record Shown<T>(T what, PersonId learner, Optional<String> kept) {}

    private @Nullable String name(Shown<?> shown) {
        return names.of(shown.learner()).or(shown::kept).orElse(null);
    }
}
