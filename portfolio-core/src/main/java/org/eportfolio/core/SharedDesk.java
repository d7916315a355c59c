package org.eportfolio.core;

import static org.eportfolio.access.Permission.POSITION;
import static org.eportfolio.core.internal.kind.CertificationKinds.SEAL;
import static org.eportfolio.core.internal.kind.DossierKinds.DOSSIER;
import static org.eportfolio.core.internal.kind.GuidanceKinds.WORKPLACE;
import static org.eportfolio.core.internal.kind.SharingKinds.READING;
import static org.eportfolio.core.internal.kind.SharingKinds.SHOWCASE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.eportfolio.NotFoundException;
import org.eportfolio.access.AccessPolicy;
import org.eportfolio.certification.JuryFile;
import org.eportfolio.certification.Seal;
import org.eportfolio.certification.SealedFile;
import org.eportfolio.certification.SealedPiece;
import org.eportfolio.core.internal.assessment.TutorLevels;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.certification.SealFiles;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.school.GuardedDirectory;
import org.eportfolio.core.internal.showcase.Exhibition;
import org.eportfolio.core.internal.work.RequiredContent;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.guidance.Bilan;
import org.eportfolio.guidance.NewTutorAnswer;
import org.eportfolio.guidance.TutorAnswer;
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

    SharedDesk(DeskContext desk, GuardedDirectory names) {
        this.desk = desk;
        this.names = names;
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
            boolean there = link.target() instanceof Target.OfSeal
                    ? seal(link, work).pieces().stream()
                            .map(SealedPiece::content)
                            .anyMatch(file::equals)
                    : displayed(link, work).contents().anyMatch(file::equals);
            if (!there) throw new NotFoundException("file", file.sha256());
            return true;
        });
        return shown ? RequiredContent.open(file, desk.engine()) : InputStream.nullInputStream();
    }

    /** The tutor's questions, and what they answered so far. */
    public TutorForm workplace() {
        return form(reading(null, (link, work) -> seen(workplace(link, work), work)));
    }

    /**
     * The tutor's answer, in place of the one before; while the period lasts. Its levels stand in the learner's tutor
     * trajectory at once, and a level that is changed or left out is superseded or taken back there.
     */
    public TutorForm answer(NewTutorAnswer input) {
        NewTutorAnswer given = Inputs.checked(input);
        return form(desk.session().write(scope(), work -> {
            WorkplacePeriod there = workplace(desk.gate().link(work), work);
            work.ask(new AccessPolicy.Question(there.tutor(), Role.TUTOR, POSITION, there.dossier()));
            TutorAnswer answer = new TutorAnswer(
                    given.name(), given.alone(), given.help(), given.advice(), given.levels(), work.now());
            LocalDate today = work.today();
            WorkplacePeriod answered = there.withAnswer(answer, today);
            Catalogue.Adopted adopted = desk.catalogue().adopted(there.adoption(), work);
            WorkplacePeriod recorded =
                    answered.withAssessments(new TutorLevels(answered, answer, adopted, today, work).recorded());
            work.put(WORKPLACE, recorded);
            work.journal("tutor.answered", there.tutor(), Role.TUTOR);
            return seen(recorded, work);
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

    /** A period with all that its form tells, as far as the store knows it. */
    private record Seen(
            Shown<WorkplacePeriod> period, Catalogue.Adopted adopted, Phase phase, Optional<String> teacher) {}

    private Seen seen(WorkplacePeriod period, Work work) {
        Dossier dossier = work.find(
                        DOSSIER,
                        DossierKinds.scope(period.dossier()),
                        period.dossier().value())
                .orElseThrow(NotFoundException::link);
        Bilan bilan = period.bilan();
        return new Seen(
                new Shown<>(period, dossier.learner(), GuardedDirectory.kept(dossier.learner(), work)),
                desk.catalogue().adopted(period.adoption(), work),
                period.phase(work.today()),
                bilan == null ? Optional.empty() : GuardedDirectory.kept(bilan.teacher(), work));
    }

    private TutorForm form(Seen seen) {
        WorkplacePeriod period = seen.period().what();
        String learner = name(seen.period());
        Bilan bilan = period.bilan();
        TutorForm.Concluded concluded = null;
        if (bilan != null) {
            List<String> present = new ArrayList<>(List.of(bilan.tutor()));
            present.add(names.of(bilan.teacher())
                    .or(seen::teacher)
                    .orElse(bilan.teacher().value()));
            present.add(learner == null ? bilan.learner().value() : learner);
            concluded = new TutorForm.Concluded(bilan.heldOn(), present, bilan.conclusion());
        }
        return new TutorForm(
                period.employer(),
                learner,
                period.from(),
                period.until(),
                period.readableUntil(),
                seen.phase(),
                period.asked(),
                seen.adopted().adoption().scale().levels(),
                period.answer(),
                concluded);
    }
}
