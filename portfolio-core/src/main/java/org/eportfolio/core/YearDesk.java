package org.eportfolio.core;

import static org.eportfolio.access.Permission.BEGIN_YEAR;
import static org.eportfolio.access.Permission.END_YEAR;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.eportfolio.ConflictException;
import org.eportfolio.NotFoundException;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.internal.access.Entitled;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.core.internal.year.YearEnding;
import org.eportfolio.core.internal.year.YearStart;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Grant;
import org.eportfolio.sharing.HandedPackage;
import org.eportfolio.spi.Scope;
import org.eportfolio.year.BegunYear;
import org.eportfolio.year.EndedYear;
import org.eportfolio.year.NewYear;
import org.eportfolio.year.NewYearEnd;
import org.eportfolio.year.YearChanges;
import org.eportfolio.year.YearEndPlan;
import org.eportfolio.year.YearEndPlan.NextStep;

/**
 * The beginning and the end of a cohort's year. The beginning (<em>rentrée</em>): roster, adoption, plan and dossiers as one commit, all of it or
 * nothing, from a number of readings that does not grow with the class. It takes the head of the school; a lead teacher
 * can do the parts that are the team's, by their own calls: {@link PlanDesk#choose} and {@link PlanDesk#copy}, and
 * {@link DossierDesk#open} for learners of their cohort. Thread-safe.
 *
 * <p>The difference comes first: {@link #preview} shows what would change and changes nothing, {@link #begin} does just
 * that. Doing it again changes nothing. Nothing is ever deleted: who leaves keeps their dossier and their results.
 */
public final class YearDesk {
    private final DeskContext desk;
    private final LeavingPackages packages;

    YearDesk(DeskContext desk, PrivacyOptions keeping) {
        this.desk = desk;
        this.packages = new LeavingPackages(desk, keeping);
    }

    /** What beginning this year would change, and what it would lack still; refused as {@link #begin} would be. */
    public YearChanges preview(NewYear year) {
        Objects.requireNonNull(year, "year");
        NewYear given = Inputs.checked(year);
        return desk.session().tried(work -> begun(given, work).changes());
    }

    /**
     * Begins the year.
     *
     * @param seen what {@link #preview} answered; a {@link ConflictException} if it would be something else by now, and
     *     then nothing is changed
     */
    public BegunYear begin(NewYear year, YearChanges seen) {
        Objects.requireNonNull(year, "year");
        Objects.requireNonNull(seen, "seen");
        NewYear given = Inputs.checked(year);
        return desk.session().write(Scope.ORGANISATION, work -> {
            BegunYear begun = begun(given, work);
            if (!begun.changes().equals(seen)) throw ConflictException.state("year.overtaken", given.cohort());
            return begun;
        });
    }

    /**
     * What ending this year would do to each learner, and what is open; nothing is done. Refused as {@link #end} would be,
     * but for learners of whom it is not said yet whether they leave.
     */
    public YearEndPlan preview(NewYearEnd year) {
        Objects.requireNonNull(year, "year");
        NewYearEnd given = Inputs.checked(year);
        return desk.read(END_YEAR, call -> new YearEnding(given, call.work()).plan());
    }

    /**
     * Ends a cohort's year. Learner by learner, each in one commit: the package of one who leaves is made and read back
     * whole, their dossiers close, their memberships and the roles of others over their dossiers alone end (a jury's end as
     * they were given), so that the retention begins, and a link with a code opens the package to them, without an account.
     * Then, in one commit, those who have another class go on there, the staff's roles over the cohort end, and the cohort
     * closes. Those who stay without another class keep their membership until they have one.
     *
     * <p>A run that was cancelled or killed between two learners is gone on with by calling it again: what was done is not
     * done again. Links and codes are shown once, so a host takes each as it comes; {@link DepartureDesk#handOver} gives new
     * ones to those whose were lost.
     *
     * @param handedOver gets each package's link and code as soon as its learner left
     * @param progress counts learners who leave; cancelling keeps what was done up to then
     * @throws ConflictException if it was not said of each learner whether they leave, if the year has not begun, or if it
     *     has ended already; also if a learner joined the cohort while it ran, which has not closed then: end it again
     * @throws NotFoundException if there is no such cohort, or a person is named who is no learner of it
     */
    public EndedYear end(NewYearEnd year, Consumer<? super HandedPackage> handedOver, ProgressListener progress) {
        Objects.requireNonNull(year, "year");
        Objects.requireNonNull(handedOver, "handedOver");
        Objects.requireNonNull(progress, "progress");
        if (desk.session() != desk.engine())
            throw new IllegalStateException("ends learner by learner, never as one commit");
        NewYearEnd given = Inputs.checked(year);
        YearEnding ending = desk.read(END_YEAR, call -> decided(given, call.work()));
        List<PersonId> leaving = ending.those(NextStep.LEAVES);
        List<HandedPackage> packages = new ArrayList<>();
        List<PersonId> before = new ArrayList<>(ending.those(NextStep.LEFT_ALREADY));
        List<PersonId> without = new ArrayList<>();
        for (PersonId each : leaving) {
            progress.at(packages.size() + without.size(), leaving.size());
            LeavingPackages.Left left =
                    this.packages.leave(each, given.cohort(), given.readableUntil(), given.language());
            if (left.before()) before.add(each);
            else if (left.handed().isEmpty()) without.add(each);
            left.handed().ifPresent(handed -> {
                packages.add(handed);
                handedOver.accept(handed);
            });
        }
        progress.at(leaving.size(), leaving.size());
        return desk.write(END_YEAR, call -> closed(given, packages, before, without, call));
    }

    private static YearEnding decided(NewYearEnd year, Work work) {
        YearEnding ending = new YearEnding(year, work);
        List<PersonId> open = ending.those(NextStep.UNDECIDED);
        if (!open.isEmpty()) throw ConflictException.state("year-end.undecided", open);
        return ending;
    }

    private static EndedYear closed(
            NewYearEnd year, List<HandedPackage> packages, List<PersonId> before, List<PersonId> without, Call call) {
        YearEnding ending = decided(year, call.work());
        List<PersonId> joined = ending.those(NextStep.LEAVES);
        if (!joined.isEmpty()) throw ConflictException.state("year-end.joined", joined);
        ending.goOn();
        for (Grant each : ending.roles()) call.put(SchoolKinds.GRANT, each.asEnded(call.now()));
        Cohort closed = ending.cohort().closed(call.today());
        if (!closed.equals(ending.cohort())) call.put(SchoolKinds.COHORT, closed);
        call.journal("year.ended");
        return new EndedYear(
                closed, packages, before, without, ending.those(NextStep.GOES_ON), ending.those(NextStep.STAYS));
    }

    private BegunYear begun(NewYear year, Work work) {
        Entitled head = desk.gate().organisation(BEGIN_YEAR, work);
        BegunYear begun = new YearStart(year, desk.catalogue(), work).begun();
        work.journal("year.begun", head.person(), head.role());
        return begun;
    }
}
