package org.eportfolio.core;

import static org.eportfolio.access.Permission.ANSWER_AS_TUTOR;
import static org.eportfolio.access.Permission.POSITION;
import static org.eportfolio.core.internal.kind.CertificationKinds.SEAL;
import static org.eportfolio.core.internal.kind.GuidanceKinds.WORKPLACE;
import static org.eportfolio.core.internal.kind.SharingKinds.READING;
import static org.eportfolio.core.internal.kind.SharingKinds.SHOWCASE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.eportfolio.NotFoundException;
import org.eportfolio.access.AccessPolicy;
import org.eportfolio.certification.JuryFile;
import org.eportfolio.certification.Seal;
import org.eportfolio.certification.SealedFile;
import org.eportfolio.certification.SealedPiece;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.certification.SealFiles;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.school.GuardedDirectory;
import org.eportfolio.core.internal.showcase.Exhibition;
import org.eportfolio.core.internal.work.RequiredContent;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.core.internal.workplace.ShownWorks;
import org.eportfolio.core.internal.workplace.TutorForms;
import org.eportfolio.guidance.NewTutorAnswer;
import org.eportfolio.guidance.TutorForm;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.guidance.WorkplacePeriod.Phase;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ReadingId;
import org.eportfolio.school.Role;
import org.eportfolio.sharing.LinkReading;
import org.eportfolio.sharing.ShareLink;
import org.eportfolio.sharing.Target;
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

    SharedDesk(DeskContext desk, GuardedDirectory names) {
        this.desk = desk;
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
        boolean shown = reading(file.sha256(), (link, work) -> {
            if (contents(link, work).noneMatch(file::equals)) throw new NotFoundException("file", file.sha256());
            return true;
        });
        return shown ? RequiredContent.open(file, desk.engine()) : InputStream.nullInputStream();
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
     * {@code attest(NewAttestedDays.upToToday())} says that all days planned so far were done, but for those named. What is
     * said anew of a day reverses what was said before, and both stay. Why a day was missed has no place here.
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
        if (target instanceof Target.OfShowcase) return null;
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
    private Stream<Stored> contents(ShareLink link, Work work) {
        if (link.target() instanceof Target.OfSeal)
            return seal(link, work).pieces().stream().map(SealedPiece::content);
        if (link.target() instanceof Target.OfWorkplace) {
            WorkplacePeriod period = workplace(link, work);
            return ShownWorks.contents(period, TutorForms.learner(period, work), work);
        }
        return displayed(link, work).contents();
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
