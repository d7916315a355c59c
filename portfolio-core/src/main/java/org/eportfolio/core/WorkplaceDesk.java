package org.eportfolio.core;

import static org.eportfolio.access.Permission.OPEN_WORKPLACE;
import static org.eportfolio.access.Permission.READ_COHORT;
import static org.eportfolio.access.Permission.READ_DAYS;
import static org.eportfolio.access.Permission.READ_WORKPLACE;
import static org.eportfolio.core.internal.kind.GuidanceKinds.WORKPLACE;
import static org.eportfolio.core.internal.kind.WorkplaceKinds.ASK_DATES;
import static org.eportfolio.core.internal.kind.WorkplaceKinds.CONTACT;
import static org.eportfolio.core.internal.kind.WorkplaceKinds.CONVENTION;
import static org.eportfolio.core.internal.kind.WorkplaceKinds.DAY_LINE;
import static org.eportfolio.core.internal.kind.WorkplaceKinds.EARLIER_ANSWER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.core.internal.assessment.CohortDossiers;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.WorkplaceKinds;
import org.eportfolio.core.internal.workplace.DayLedger;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.framework.Code;
import org.eportfolio.guidance.EarlierAnswer;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.ContactId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.WorkplacePeriodId;
import org.eportfolio.spi.Scope;
import org.eportfolio.workplace.AskDates;
import org.eportfolio.workplace.Contact;
import org.eportfolio.workplace.Convention;
import org.eportfolio.workplace.DayCount;
import org.eportfolio.workplace.DayLine;
import org.eportfolio.workplace.LearnerDays;
import org.eportfolio.workplace.NewAskDates;
import org.eportfolio.workplace.NewAttestedDays;
import org.eportfolio.workplace.NewContact;
import org.eportfolio.workplace.NewConvention;
import org.eportfolio.workplace.NewPlannedDays;
import org.eportfolio.workplace.RequiredDays;
import org.eportfolio.workplace.WorkplaceDay;
import org.jspecify.annotations.Nullable;

/**
 * What the team keeps around a workplace period: its days, against what the diploma asks, its convention, and the contacts
 * of the teacher who follows it. Days are attested by the tutor ({@link SharedDesk#attest}, {@link TutoringDesk#attest}), or
 * here when a signed paper came in. Why a day was missed is never kept. Thread-safe.
 */
public final class WorkplaceDesk {
    private final DeskContext desk;

    WorkplaceDesk(DeskContext desk) {
        this.desk = desk;
    }

    /**
     * Plans days of a period. Planning a day otherwise than before reverses the line before, and what was attested of that day
     * with it: it is to be attested anew.
     *
     * @return what stands of the period, day by day
     */
    public List<WorkplaceDay> plan(DossierId dossier, WorkplacePeriodId id, NewPlannedDays input) {
        NewPlannedDays given = Inputs.checked(input);
        return added(dossier, id, "days.planned", (ledger, call) -> ledger.plan(given));
    }

    /**
     * Attests days by a signed paper, as the tutor would: all that were planned up to a day and not spoken of before are done,
     * but for those that are named. Naming a day again reverses what was said before; both stay in the ledger.
     *
     * @return what stands of the period, day by day
     */
    public List<WorkplaceDay> attest(DossierId dossier, WorkplacePeriodId id, NewAttestedDays input) {
        NewAttestedDays given = Inputs.checked(input);
        return added(dossier, id, "days.attested", (ledger, call) -> ledger.attest(given, call.today()));
    }

    private List<WorkplaceDay> added(
            DossierId dossier, WorkplacePeriodId id, String act, BiConsumer<DayLedger, DossierCall> step) {
        return desk.write(dossier, OPEN_WORKPLACE, call -> {
            WorkplacePeriod period = call.require(WORKPLACE, id.value());
            DayLedger ledger = new DayLedger(period, call.person(), call.role(), call.work());
            step.accept(ledger, call);
            if (ledger.grown()) call.journal(act);
            return ledger.standing();
        });
    }

    /** What stands of a period, day by day; at most one for each of its days and of those on which days were made up. */
    public List<WorkplaceDay> days(DossierId dossier, WorkplacePeriodId id) {
        return desk.read(dossier, READ_WORKPLACE, call -> {
            WorkplacePeriod period = call.require(WORKPLACE, id.value());
            return WorkplaceDay.standing(DayLedger.lines(period, call.work()));
        });
    }

    /**
     * A page of the ledger of a period, in the order in which it was written: what was reversed is there, too.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<DayLine> ledger(DossierId dossier, WorkplacePeriodId id, PageRequest request) {
        return desk.read(dossier, READ_WORKPLACE, call -> {
            call.require(WORKPLACE, id.value());
            return call.page(DAY_LINE, WorkplaceKinds.daysIn(id), request);
        });
    }

    /** The days of all periods of a dossier, against what the diploma asks. */
    public LearnerDays count(DossierId dossier) {
        return desk.read(dossier, READ_DAYS, call -> {
            DayCount count = DayCount.of(WorkplaceDay.standing(call.list(DAY_LINE)));
            return new LearnerDays(
                    call.learner(),
                    dossier,
                    count,
                    desk.catalogue().requiredDays(call.adopted(null)).orElse(null));
        });
    }

    /** The days of a class's learners, under the one adoption that its dossiers are under. */
    public List<LearnerDays> cohort(CohortId cohort) {
        return cohort(cohort, null);
    }

    /**
     * The days of a class's learners, to see who lacks how many; one for each learner, in the order of their ids.
     *
     * @param adoption {@code null} for the one that the cohort's dossiers are under
     */
    public List<LearnerDays> cohort(CohortId cohort, @Nullable AdoptionId adoption) {
        return desk.read(cohort, READ_COHORT, call -> {
            CohortDossiers dossiers = CohortDossiers.openTo(call, cohort, adoption, call.now(), READ_DAYS);
            RequiredDays required = desk.catalogue()
                    .requiredDays(desk.catalogue().adopted(dossiers.adoption(), call.work()))
                    .orElse(null);
            List<Scope> scopes = dossiers.dossiers().values().stream()
                    .map(each -> DossierKinds.scope(each.id()))
                    .toList();
            Map<DossierId, List<DayLine>> lines =
                    call.work().among(DAY_LINE, scopes).stream().collect(Collectors.groupingBy(DayLine::dossier));
            List<LearnerDays> learners = new ArrayList<>();
            for (PersonId learner : dossiers.learners()) {
                Dossier own = dossiers.dossiers().get(learner);
                DossierId id = own == null ? null : own.id();
                List<DayLine> theirs = id == null ? List.of() : lines.getOrDefault(id, List.of());
                learners.add(new LearnerDays(learner, id, DayCount.of(WorkplaceDay.standing(theirs)), required));
            }
            return learners;
        });
    }

    /** Writes down what was agreed on a period; refused where it was written down before. */
    public Convention agree(DossierId dossier, WorkplacePeriodId id, NewConvention input) {
        NewConvention given = Inputs.checked(input);
        return desk.write(dossier, OPEN_WORKPLACE, call -> {
            WorkplacePeriod period = call.require(WORKPLACE, id.value());
            if (call.find(CONVENTION, id.value()).isPresent()) {
                throw ConflictException.state("convention.there", period.employer());
            }
            requireOf(period, given, call);
            return call.save(
                    "convention.agreed",
                    CONVENTION,
                    new Convention(id, dossier, given.referent(), given.objectives(), given.signed(), 1));
        });
    }

    /**
     * Puts another content in place of what was agreed: another teacher who follows it, more who signed.
     *
     * @param seen the convention as the caller read it; a {@link ConflictException} if it changed since
     */
    public Convention revise(Convention seen, NewConvention input) {
        NewConvention given = Inputs.checked(input);
        return desk.write(seen.dossier(), OPEN_WORKPLACE, call -> {
            Convention there = call.unchanged(CONVENTION, seen);
            requireOf(call.require(WORKPLACE, there.period().value()), given, call);
            return call.save("convention.revised", CONVENTION, there.withContent(given));
        });
    }

    /** What was agreed on a period; empty while it was not written down. */
    public Optional<Convention> convention(DossierId dossier, WorkplacePeriodId id) {
        return desk.read(dossier, READ_WORKPLACE, call -> {
            call.require(WORKPLACE, id.value());
            return call.find(CONVENTION, id.value());
        });
    }

    private void requireOf(WorkplacePeriod period, NewConvention input, DossierCall call) {
        Catalogue.Adopted adopted = desk.catalogue().adopted(period.adoption(), call.work());
        for (Code each : input.objectives()) adopted.requireAssessable(each);
        InvalidInputException.unless(
                !input.referent().equals(call.learner()),
                "referent",
                "convention.referent-is-learner",
                input.referent());
        InvalidInputException.unless(
                input.signed().stream().noneMatch(each -> each.on().isAfter(call.today())),
                "signed",
                "convention.signed-later",
                call.today());
    }

    /** Writes down that the team was in touch with the workplace. */
    public Contact log(DossierId dossier, WorkplacePeriodId id, NewContact input) {
        NewContact given = Inputs.checked(input);
        return desk.write(dossier, OPEN_WORKPLACE, call -> {
            WorkplacePeriod period = call.require(WORKPLACE, id.value());
            LocalDate today = call.today();
            LocalDate on = given.on() == null ? today : given.on();
            InvalidInputException.unless(
                    !on.isBefore(period.from()) && !on.isAfter(today), "on", "contact.day", on, period.from(), today);
            Contact contact = new Contact(
                    new ContactId(call.newId()),
                    dossier,
                    id,
                    on,
                    given.means(),
                    given.note(),
                    call.person(),
                    call.role(),
                    call.now());
            return call.save("workplace.contacted", CONTACT, contact);
        });
    }

    /**
     * A page of the team's contacts in a period, in the order in which they were written down.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<Contact> contacts(DossierId dossier, WorkplacePeriodId id, PageRequest request) {
        return desk.read(dossier, READ_WORKPLACE, call -> {
            call.require(WORKPLACE, id.value());
            return call.page(CONTACT, WorkplaceKinds.contactsIn(id), request);
        });
    }

    /**
     * Sets the days on which the tutor is asked again by the same link: from such a day on the questions stand open anew, and
     * the answer before is kept as it was, with its levels. In place of the days set before.
     */
    public AskDates askOn(DossierId dossier, WorkplacePeriodId id, NewAskDates input) {
        NewAskDates given = Inputs.checked(input);
        return desk.write(dossier, OPEN_WORKPLACE, call -> {
            WorkplacePeriod period = call.require(WORKPLACE, id.value());
            for (LocalDate each : given.days()) {
                InvalidInputException.unless(
                        !each.isBefore(period.from()) && !each.isAfter(period.until()),
                        "days",
                        "workplace.day-outside",
                        each,
                        period.from(),
                        period.until());
            }
            AskDates dates = call.find(ASK_DATES, id.value())
                    .map(each -> each.withDays(given.days()))
                    .orElseGet(() -> new AskDates(id, dossier, given.days(), 1));
            return call.save("tutor.asked-again", ASK_DATES, dates);
        });
    }

    /** On which days the tutor is asked again; empty while none was set. */
    public Optional<AskDates> askDates(DossierId dossier, WorkplacePeriodId id) {
        return desk.read(dossier, READ_WORKPLACE, call -> {
            call.require(WORKPLACE, id.value());
            return call.find(ASK_DATES, id.value());
        });
    }

    /**
     * A page of what the tutor of a period answered before the answer that stands now, the oldest first.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<EarlierAnswer> earlierAnswers(DossierId dossier, WorkplacePeriodId id, PageRequest request) {
        return desk.read(dossier, READ_WORKPLACE, call -> {
            call.require(WORKPLACE, id.value());
            return call.page(EARLIER_ANSWER, WorkplaceKinds.answersIn(id), request);
        });
    }
}
