package org.eportfolio.core;

import static org.eportfolio.access.Permission.OPEN_WORKPLACE;
import static org.eportfolio.access.Permission.READ_WORKPLACE;
import static org.eportfolio.core.internal.kind.GuidanceKinds.WORKPLACE;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.school.DayBounds;
import org.eportfolio.core.internal.showcase.ShareLinks;
import org.eportfolio.guidance.Bilan;
import org.eportfolio.guidance.NewBilan;
import org.eportfolio.guidance.NewWorkplacePeriod;
import org.eportfolio.guidance.TutorAnswer;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.guidance.WorkplacePeriod.Asked;
import org.eportfolio.guidance.WorkplacePeriod.Phase;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.WorkplacePeriodId;
import org.eportfolio.school.Period;
import org.eportfolio.sharing.IssuedLink;
import org.eportfolio.sharing.Target;

/**
 * Workplace periods: the team opens one for each employer, sends its tutor a link, and writes down the bilan. The tutor
 * answers through {@link SharedDesk}. Thread-safe.
 */
public final class TutoringDesk {
    private final DeskContext desk;

    TutoringDesk(DeskContext desk) {
        this.desk = desk;
    }

    /** Opens a workplace period, with the competencies that its tutor is asked about. */
    public WorkplacePeriod open(DossierId dossier, NewWorkplacePeriod input) {
        NewWorkplacePeriod given = Inputs.checked(input);
        return desk.write(dossier, OPEN_WORKPLACE, call -> {
            Catalogue.Adopted adopted = call.adopted(given.adoption());
            WorkplacePeriodId id = new WorkplacePeriodId(call.newId());
            PersonId tutor = given.tutor() == null ? PersonId.of("tutor-" + id) : given.tutor();
            InvalidInputException.unless(!tutor.equals(call.learner()), "tutor", "workplace.tutor-is-learner", tutor);
            List<Asked> asked = given.asked().stream()
                    .map(each -> new Asked(
                            each.competency(),
                            each.words().isBlank()
                                    ? adopted.framework()
                                            .assessable(each.competency())
                                            .label()
                                    : each.words()))
                    .toList();
            for (Asked each : asked) adopted.framework().assessable(each.competency());
            WorkplacePeriod period = new WorkplacePeriod(
                    id,
                    dossier,
                    adopted.adoption().id(),
                    given.nature(),
                    given.employer(),
                    tutor,
                    Objects.requireNonNull(given.from()),
                    Objects.requireNonNull(given.until()),
                    given.readableDays(),
                    asked,
                    call.person(),
                    call.now(),
                    null,
                    Map.of(),
                    null,
                    1);
            return call.save("workplace.opened", WORKPLACE, period);
        });
    }

    /**
     * Makes the tutor's link, in place of any that was made before for this period. It opens from now on, up to the last
     * day on which the answer can be read.
     *
     * @return the link and, this one time, its token
     */
    public IssuedLink invite(DossierId dossier, WorkplacePeriodId id) {
        return desk.write(dossier, OPEN_WORKPLACE, call -> {
            WorkplacePeriod there = call.require(WORKPLACE, id.value());
            LocalDate last = there.readableUntil();
            if (there.phase(call.today()) == Phase.CLOSED) throw ConflictException.state("workplace.closed", last);
            Target target = new Target.OfWorkplace(id);
            ShareLinks.revokeAll(target, call);
            Period period = DayBounds.period(null, last, call.work());
            IssuedLink issued = ShareLinks.issue(target, period, call);
            call.journal("tutor.invited");
            return issued;
        });
    }

    /**
     * Gives a period other days: puts it off, extends it, or ends it early. The tutor's link goes along, the same token
     * opening up to the new last day of reading; ended so early that it may not be read any more, it is taken back. What was
     * answered and recorded stays.
     *
     * @param seen the period as the caller read it; a {@link ConflictException} if it changed since
     * @param from the first day; another one only while the period has not begun
     * @param until the last day, included; not before the day of the answer or of the bilan
     */
    public WorkplacePeriod reschedule(WorkplacePeriod seen, LocalDate from, LocalDate until) {
        Inputs.requireBounded("from", from);
        Inputs.requireBounded("until", until);
        return desk.write(seen.dossier(), OPEN_WORKPLACE, call -> {
            WorkplacePeriod there = call.unchanged(WORKPLACE, seen);
            TutorAnswer answer = there.answer();
            LocalDate answeredOn = answer == null ? null : call.work().dayOf(answer.at());
            WorkplacePeriod moved = there.withDays(from, until, answeredOn, call.today());
            ShareLinks.moveEnds(
                    new Target.OfWorkplace(seen.id()), DayBounds.endOf(moved.readableUntil(), desk.zone()), call);
            return call.save("workplace.rescheduled", WORKPLACE, moved);
        });
    }

    /**
     * Writes down what tutor, teacher and learner concluded together; the teacher present is the one who writes.
     *
     * @param seen the period as the caller read it; a {@link ConflictException} if it changed since
     */
    public WorkplacePeriod conclude(WorkplacePeriod seen, NewBilan input) {
        NewBilan given = Inputs.checked(input);
        return desk.write(seen.dossier(), OPEN_WORKPLACE, call -> {
            WorkplacePeriod there = call.unchanged(WORKPLACE, seen);
            LocalDate today = call.today();
            Bilan bilan = new Bilan(
                    given.heldOn() == null ? today : given.heldOn(),
                    given.tutor(),
                    call.person(),
                    call.learner(),
                    given.conclusion(),
                    call.now());
            return call.save("workplace.concluded", WORKPLACE, there.withBilan(bilan, today));
        });
    }

    /** One period, with what the tutor answered and what was concluded. */
    public WorkplacePeriod get(DossierId dossier, WorkplacePeriodId id) {
        return desk.read(dossier, READ_WORKPLACE, call -> call.require(WORKPLACE, id.value()));
    }

    /**
     * A page of a dossier's workplace periods, in the order of opening.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<WorkplacePeriod> list(DossierId dossier, PageRequest request) {
        return desk.read(dossier, READ_WORKPLACE, call -> call.page(WORKPLACE, request));
    }
}
