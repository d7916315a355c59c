package org.eportfolio.core.internal.workplace;

import static org.eportfolio.core.internal.kind.DossierKinds.DOSSIER;
import static org.eportfolio.core.internal.kind.GuidanceKinds.WORKPLACE;
import static org.eportfolio.core.internal.kind.WorkplaceKinds.ASK_DATES;
import static org.eportfolio.core.internal.kind.WorkplaceKinds.EARLIER_ANSWER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eportfolio.ConflictException;
import org.eportfolio.NotFoundException;
import org.eportfolio.core.internal.assessment.TutorLevels;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.school.GuardedDirectory;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.guidance.Bilan;
import org.eportfolio.guidance.EarlierAnswer;
import org.eportfolio.guidance.NewTutorAnswer;
import org.eportfolio.guidance.TutorAnswer;
import org.eportfolio.guidance.TutorForm;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.guidance.WorkplacePeriod.Phase;
import org.eportfolio.id.EarlierAnswerId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;
import org.eportfolio.showcase.Displayed;
import org.eportfolio.workplace.NewAttestedDays;
import org.eportfolio.workplace.WorkplaceDay;
import org.jspecify.annotations.Nullable;

/**
 * What a tutor sees and answers, the same by a link and by an account: what the learner showed for the period, what the
 * school asked, and what the tutor wrote; nothing else of the dossier. Thread-safe.
 */
public record TutorForms(Catalogue catalogue, GuardedDirectory names) {
    /** A period with all that its form shows, as far as the store knows it. */
    public record Seen(
            WorkplacePeriod period,
            PersonId learner,
            Optional<String> keptName,
            Catalogue.Adopted adopted,
            Phase phase,
            Optional<String> teacher,
            List<Displayed.Made> shown,
            List<WorkplaceDay> days) {}

    /** The period as its tutor sees it: without the answer given before, where they are asked again. */
    private static WorkplacePeriod asAskedNow(WorkplacePeriod period, Work work) {
        return asksAgain(period, work) ? period.withoutAnswer() : period;
    }

    private static boolean asksAgain(WorkplacePeriod period, Work work) {
        TutorAnswer answer = period.answer();
        if (answer == null) return false;
        return work.find(
                        ASK_DATES,
                        DossierKinds.scope(period.dossier()),
                        period.id().value())
                .filter(dates -> dates.asksAgain(work.dayOf(answer.at()), work.today()))
                .isPresent();
    }

    /** The same, with the answer given before kept as it was. */
    private static WorkplacePeriod keepingEarlierAnswer(WorkplacePeriod period, Work work) {
        TutorAnswer before = period.answer();
        if (before == null || !asksAgain(period, work)) return period;
        work.put(
                EARLIER_ANSWER,
                new EarlierAnswer(
                        new EarlierAnswerId(work.newId()),
                        period.dossier(),
                        period.id(),
                        period.tutor(),
                        before,
                        period.recorded(),
                        work.now()));
        return period.withoutAnswer();
    }

    /** Reads what the form shows; the host's directory is asked for names later, when no snapshot is held. */
    public Seen seen(WorkplacePeriod kept, Work work) {
        WorkplacePeriod period = asAskedNow(kept, work);
        PersonId learner = learner(period, work);
        Bilan bilan = period.bilan();
        return new Seen(
                period,
                learner,
                GuardedDirectory.kept(learner, work),
                catalogue.adopted(period.adoption(), work),
                period.phase(work.today()),
                bilan == null ? Optional.empty() : GuardedDirectory.kept(bilan.teacher(), work),
                ShownWorks.of(period, learner, work),
                WorkplaceDay.standing(DayLedger.lines(period, work)));
    }

    /** Whose period it is. */
    public static PersonId learner(WorkplacePeriod period, Work work) {
        return work.find(
                        DOSSIER,
                        DossierKinds.scope(period.dossier()),
                        period.dossier().value())
                .map(Dossier::learner)
                .orElseThrow(NotFoundException::link);
    }

    /**
     * Puts the answer in place of the one before, which is kept if the tutor was asked again since, and its levels
     * into the learner's tutor trajectory.
     */
    public WorkplacePeriod answered(WorkplacePeriod there, NewTutorAnswer input, Work work) {
        TutorAnswer answer =
                new TutorAnswer(input.name(), input.alone(), input.help(), input.advice(), input.levels(), work.now());
        LocalDate today = work.today();
        WorkplacePeriod answered = keepingEarlierAnswer(there, work).withAnswer(answer, today);
        Catalogue.Adopted adopted = catalogue.adopted(there.adoption(), work);
        WorkplacePeriod recorded =
                answered.withAssessments(new TutorLevels(answered, answer, adopted, today, work).recorded());
        work.put(WORKPLACE, recorded);
        return recorded;
    }

    /** Has the tutor attest days, once the period has begun; nothing is written for what stands already. */
    public boolean attested(WorkplacePeriod there, NewAttestedDays input, Work work) {
        if (there.phase(work.today()) == Phase.COMING) {
            throw ConflictException.state("workplace.coming", there.from());
        }
        DayLedger ledger = new DayLedger(there, there.tutor(), Role.TUTOR, work);
        ledger.attest(input, work.today());
        return ledger.grown();
    }

    /** The form, with the names that the host's directory knows. */
    public TutorForm form(Seen seen) {
        WorkplacePeriod period = seen.period();
        String learner = names.of(seen.learner()).or(seen::keptName).orElse(null);
        return new TutorForm(
                period.id(),
                period.employer(),
                learner,
                period.from(),
                period.until(),
                period.readableUntil(),
                seen.phase(),
                period.asked(),
                seen.adopted().adoption().scale().levels(),
                seen.shown(),
                seen.days(),
                period.answer(),
                concluded(period.bilan(), learner, seen));
    }

    private TutorForm.@Nullable Concluded concluded(@Nullable Bilan bilan, @Nullable String learner, Seen seen) {
        if (bilan == null) return null;
        List<String> present = new ArrayList<>(List.of(bilan.tutor()));
        present.add(names.of(bilan.teacher())
                .or(seen::teacher)
                .orElse(bilan.teacher().value()));
        present.add(learner == null ? bilan.learner().value() : learner);
        return new TutorForm.Concluded(bilan.heldOn(), present, bilan.conclusion());
    }
}
