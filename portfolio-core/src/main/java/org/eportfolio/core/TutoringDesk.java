package org.eportfolio.core;

import static org.eportfolio.access.Permission.ANSWER_AS_TUTOR;
import static org.eportfolio.access.Permission.OPEN_WORKPLACE;
import static org.eportfolio.access.Permission.READ_AS_TUTOR;
import static org.eportfolio.access.Permission.READ_WORKPLACE;
import static org.eportfolio.access.Permission.SHOW_AT_WORKPLACE;
import static org.eportfolio.core.internal.kind.GuidanceKinds.WORKPLACE;
import static org.eportfolio.core.internal.kind.WorkplaceKinds.SHOWN_WORK;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.school.DayBounds;
import org.eportfolio.core.internal.school.GuardedDirectory;
import org.eportfolio.core.internal.showcase.ShareLinks;
import org.eportfolio.core.internal.showcase.ShownFiles;
import org.eportfolio.core.internal.work.FilteredPages;
import org.eportfolio.core.internal.work.RequiredContent;
import org.eportfolio.core.internal.workplace.DayLedger;
import org.eportfolio.core.internal.workplace.ShownWorks;
import org.eportfolio.core.internal.workplace.TutorForms;
import org.eportfolio.dossier.ByteRange;
import org.eportfolio.dossier.Download;
import org.eportfolio.dossier.Piece;
import org.eportfolio.guidance.Bilan;
import org.eportfolio.guidance.NewBilan;
import org.eportfolio.guidance.NewTutorAnswer;
import org.eportfolio.guidance.NewWorkplacePeriod;
import org.eportfolio.guidance.TutorAnswer;
import org.eportfolio.guidance.TutorForm;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.guidance.WorkplacePeriod.Asked;
import org.eportfolio.guidance.WorkplacePeriod.Phase;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.id.WorkplacePeriodId;
import org.eportfolio.school.Period;
import org.eportfolio.sharing.IssuedLink;
import org.eportfolio.sharing.Target;
import org.eportfolio.spi.Stored;
import org.eportfolio.workplace.NewAttestedDays;
import org.eportfolio.workplace.NewShownWork;
import org.eportfolio.workplace.ShownWork;

/**
 * Workplace periods: the team opens one for each employer, sends its tutor a link, and writes down the bilan; the learner
 * shows the tutor productions. The tutor reads and answers through {@link SharedDesk}, or here with an account
 * ({@link #mine}, {@link #form}, {@link #answer}), and either way sees what was shown for the period, what was asked and what
 * they wrote, and nothing else: the tutor is the employer. Thread-safe.
 */
public final class TutoringDesk {
    private final DeskContext desk;
    private final TutorForms forms;

    TutoringDesk(DeskContext desk, GuardedDirectory names) {
        this.desk = desk;
        this.forms = new TutorForms(desk.catalogue(), names);
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
     * answered, recorded and attested stays; days that were only planned and lie outside go out of the plan.
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
            new DayLedger(moved, call.person(), call.role(), call.work()).keepWithin(from, until);
            return call.save("workplace.rescheduled", WORKPLACE, moved);
        });
    }

    /**
     * Ends a period whose contract is broken off: its links are taken back at once, the tutor reads it no more, and days that
     * were only planned go out of the plan. What was answered, attested, recorded and concluded stays, and so does the dossier.
     *
     * @param seen the period as the caller read it; a {@link ConflictException} if it changed since
     */
    public WorkplacePeriod breakOff(WorkplacePeriod seen) {
        return desk.write(seen.dossier(), OPEN_WORKPLACE, call -> {
            WorkplacePeriod ended = call.unchanged(WORKPLACE, seen).asBrokenOff(call.today());
            ShareLinks.revokeAll(new Target.OfWorkplace(seen.id()), call);
            new DayLedger(ended, call.person(), call.role(), call.work()).keepWithin(ended.from(), ended.until());
            return call.save("workplace.broken-off", WORKPLACE, ended);
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

    /**
     * Shows a production to the tutor of a period: the learner's own, or their group's. Showing one again puts this version
     * and these words in place of those before.
     *
     * @throws ConflictException if it is confidential to a company and not cleared, if the period is closed, or if
     *     {@value ShownWork#MOST} productions are shown for it already
     */
    public ShownWork show(DossierId dossier, WorkplacePeriodId id, NewShownWork input) {
        NewShownWork given = Inputs.checked(input);
        return desk.write(dossier, SHOW_AT_WORKPLACE, call -> {
            WorkplacePeriod there = call.require(WORKPLACE, id.value());
            if (there.phase(call.today()) == Phase.CLOSED) {
                throw ConflictException.state("workplace.closed", there.readableUntil());
            }
            return call.save("work.shown", SHOWN_WORK, ShownWorks.next(there, given, call));
        });
    }

    /** Shows a production to the tutor no longer: from the next read on it is gone. Hiding twice does nothing. */
    public void hide(DossierId dossier, WorkplacePeriodId id, ProductionId production) {
        Objects.requireNonNull(production, "production");
        desk.run(dossier, SHOW_AT_WORKPLACE, call -> {
            List<ShownWork> hidden = ShownWorks.in(call.require(WORKPLACE, id.value()), call.work()).stream()
                    .filter(each -> each.production().equals(production))
                    .toList();
            if (hidden.isEmpty()) return;
            hidden.forEach(each -> call.remove(SHOWN_WORK, each));
            call.journal("work.hidden");
        });
    }

    /** What the learner shows for a period, at most {@value ShownWork#MOST} productions, in the order first shown. */
    public List<ShownWork> shown(DossierId dossier, WorkplacePeriodId id) {
        return desk.read(
                dossier, READ_WORKPLACE, call -> ShownWorks.in(call.require(WORKPLACE, id.value()), call.work()));
    }

    /**
     * For a tutor with an account: a page of their own periods in a dossier that are not closed, in the order of opening.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<WorkplacePeriod> mine(DossierId dossier, PageRequest request) {
        return desk.read(
                dossier,
                READ_AS_TUTOR,
                call -> FilteredPages.page(
                        WORKPLACE,
                        DossierKinds.scope(dossier),
                        request,
                        page -> page.stream()
                                .filter(each ->
                                        each.tutor().equals(call.person()) && each.phase(call.today()) != Phase.CLOSED)
                                .toList(),
                        call.work()));
    }

    /**
     * For a tutor with an account: their own period, as their link would show it.
     *
     * @throws ConflictException if the period is closed
     */
    public TutorForm form(DossierId dossier, WorkplacePeriodId id) {
        return forms.form(desk.read(dossier, READ_AS_TUTOR, call -> forms.seen(own(id, call), call.work())));
    }

    /** For a tutor with an account: their answer, in place of the one before; as {@link SharedDesk#answer}. */
    public TutorForm answer(DossierId dossier, WorkplacePeriodId id, NewTutorAnswer input) {
        NewTutorAnswer given = Inputs.checked(input);
        return forms.form(desk.write(dossier, ANSWER_AS_TUTOR, call -> {
            WorkplacePeriod answered = forms.answered(own(id, call), given, call.work());
            call.journal("tutor.answered");
            return forms.seen(answered, call.work());
        }));
    }

    /** For a tutor with an account: attests days, as {@link SharedDesk#attest}. */
    public TutorForm attest(DossierId dossier, WorkplacePeriodId id, NewAttestedDays input) {
        NewAttestedDays given = Inputs.checked(input);
        return forms.form(desk.write(dossier, ANSWER_AS_TUTOR, call -> {
            WorkplacePeriod there = own(id, call);
            if (forms.attested(there, given, call.work())) call.journal("days.attested");
            return forms.seen(there, call.work());
        }));
    }

    /**
     * For a tutor with an account: the bytes of a file that the learner shows for the tutor's period, to be closed by the
     * caller. A slow download holds nothing.
     */
    public InputStream download(DossierId dossier, WorkplacePeriodId id, Stored file) {
        return download(dossier, id, file, ByteRange.ALL).bytes();
    }

    /**
     * The same with the file's name and type, and of its bytes only those wanted: what comes before is not read.
     *
     * @throws InvalidInputException if the range lies outside the file
     */
    public Download download(DossierId dossier, WorkplacePeriodId id, Stored file, ByteRange range) {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(range, "range");
        return RequiredContent.open(file, range, files(dossier, id), desk.engine());
    }

    /**
     * For a tutor with an account: a small picture of a file that the learner shows for the tutor's period, to be closed by
     * the caller; empty if none was made.
     */
    public Optional<Download> preview(DossierId dossier, WorkplacePeriodId id, Stored file) {
        Objects.requireNonNull(file, "file");
        return RequiredContent.preview(file, files(dossier, id), desk.engine());
    }

    private List<Piece.File> files(DossierId dossier, WorkplacePeriodId id) {
        return desk.read(
                dossier,
                READ_AS_TUTOR,
                call -> ShownFiles.of(ShownWorks.of(own(id, call), call.learner(), call.work())));
    }

    /** The period whose tutor makes the call; the periods of other tutors are not found. */
    private static WorkplacePeriod own(WorkplacePeriodId id, DossierCall call) {
        WorkplacePeriod period = call.find(WORKPLACE, id.value())
                .filter(each -> each.tutor().equals(call.person()))
                .orElseThrow(() -> new NotFoundException("workplace", id));
        if (period.phase(call.today()) == Phase.CLOSED) {
            throw ConflictException.state("workplace.closed-to-tutor", period.readableUntil());
        }
        return period;
    }
}
