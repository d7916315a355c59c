package org.eportfolio.console.command.sharing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eportfolio.Page;
import org.eportfolio.console.command.AdoptionOptions;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.DossierArguments;
import org.eportfolio.console.school.SchoolClass;
import org.eportfolio.console.view.Result;
import org.eportfolio.console.view.WorkplaceView;
import org.eportfolio.core.WorkplaceDesk;
import org.eportfolio.id.WorkplacePeriodId;
import org.eportfolio.workplace.Contact;
import org.eportfolio.workplace.Convention;
import org.eportfolio.workplace.LearnerDays;
import org.eportfolio.workplace.NewContact;
import org.eportfolio.workplace.NewConvention;
import org.eportfolio.workplace.NewPlannedDays;
import org.eportfolio.workplace.Signatory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the team keeps around workplace periods: days, conventions, contacts. */
@Command(name = "workplace", synopsisSubcommandLabel = "COMMAND")
public final class WorkplaceCommands extends ConsoleCommand {
    public WorkplaceCommands(Session session) {
        super(session);
    }

    /** Which days are planned. */
    static final class PlanOptions {
        @Option(names = "--from", paramLabel = "DATE")
        @Nullable
        LocalDate from;

        @Option(names = "--until", paramLabel = "DATE")
        @Nullable
        LocalDate until;

        @Option(names = "--day", paramLabel = "DATE", split = ",")
        List<LocalDate> days = new ArrayList<>();

        @Option(names = "--half", paramLabel = "DATE", split = ",")
        List<LocalDate> halves = new ArrayList<>();

        @Option(names = "--without", paramLabel = "DATE", split = ",")
        List<LocalDate> without = new ArrayList<>();

        NewPlannedDays input() {
            NewPlannedDays input =
                    from == null || until == null ? NewPlannedDays.none() : NewPlannedDays.weekdays(from, until);
            for (LocalDate each : days) input = input.day(each);
            for (LocalDate each : halves) input = input.half(each);
            for (LocalDate each : without) input = input.without(each);
            return input;
        }
    }

    @Command(name = "plan")
    int plan(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "PERIOD") String period,
            @Mixin PlanOptions options)
            throws Exception {
        return show(
                target,
                own -> WorkplaceView.days(
                        own.desk()
                                .workplaces()
                                .plan(own.id(), own.workplace(period).id(), options.input()),
                        own.texts()));
    }

    @Command(name = "attest")
    int attest(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "PERIOD") String period,
            @Mixin AttestationOptions options)
            throws Exception {
        return show(
                target,
                own -> WorkplaceView.days(
                        own.desk()
                                .workplaces()
                                .attest(own.id(), own.workplace(period).id(), options.input()),
                        own.texts()));
    }

    @Command(name = "days")
    int days(@Mixin DossierArguments target, @Parameters(index = "1", paramLabel = "PERIOD") String period)
            throws Exception {
        return show(
                target,
                own -> WorkplaceView.days(
                        own.desk()
                                .workplaces()
                                .days(own.id(), own.workplace(period).id()),
                        own.texts()));
    }

    /** Every line, those that were reversed too. */
    @Command(name = "ledger")
    int ledger(@Mixin DossierArguments target, @Parameters(index = "1", paramLabel = "PERIOD") String period)
            throws Exception {
        return show(target, own -> {
            WorkplacePeriodId there = own.workplace(period).id();
            return WorkplaceView.ledger(
                    Page.all(next -> own.desk().workplaces().ledger(own.id(), there, next)), own.lookup());
        });
    }

    @Command(name = "count")
    int count(@Mixin DossierArguments target) throws Exception {
        return show(target, own -> {
            LearnerDays days = own.desk().workplaces().count(own.id());
            return Result.of(days, WorkplaceView.count(own.learner(), days, own.texts()));
        });
    }

    /** Who of a class lacks how many days. */
    @Command(name = "class")
    int ofClass(
            @Option(names = "--cohort", paramLabel = "COHORT") @Nullable String cohort, @Mixin AdoptionOptions under)
            throws Exception {
        return show(lookup -> {
            SchoolClass room = SchoolClass.of(cohort, lookup);
            List<LearnerDays> days =
                    lookup.desk().workplaces().cohort(room.cohort().id(), under.idOrNone(lookup));
            return Result.of(
                    days,
                    days.stream()
                            .flatMap(each ->
                                    WorkplaceView.count(room.name(each.learner()), each, lookup.texts()).stream())
                            .toList());
        });
    }

    /** Writes down what was agreed, or more of it. */
    @Command(name = "agree")
    int agree(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "PERIOD") String period,
            @Option(names = "--referent", paramLabel = "PERSON") @Nullable String referent,
            @Option(names = "--objective", paramLabel = "COMPETENCY") @Nullable List<String> objectives,
            @Option(names = "--signed", paramLabel = "QUALITY=NAME") @Nullable Map<Signatory.Quality, String> signed,
            @Option(names = "--on", paramLabel = "DATE") @Nullable LocalDate on)
            throws Exception {
        return show(target, own -> {
            WorkplaceDesk desk = own.desk().workplaces();
            WorkplacePeriodId there = own.workplace(period).id();
            Optional<Convention> before = desk.convention(own.id(), there);
            if (before.isEmpty() && referent == null) throw wrongUsage(say("wrong.referent"));
            NewConvention input =
                    before.map(NewConvention::of).orElseGet(() -> NewConvention.followedBy(String.valueOf(referent)));
            if (referent != null) input = input.nowFollowedBy(referent);
            for (String each : given(objectives)) input = input.aimingAt(each);
            LocalDate day = on == null ? own.lookup().today() : on;
            for (Map.Entry<Signatory.Quality, String> each :
                    (signed == null ? new LinkedHashMap<Signatory.Quality, String>() : signed).entrySet()) {
                input = input.signed(each.getKey(), each.getValue(), day);
            }
            Convention agreed =
                    before.isEmpty() ? desk.agree(own.id(), there, input) : desk.revise(before.get(), input);
            return WorkplaceView.convention(agreed, own.lookup());
        });
    }

    @Command(name = "convention")
    int convention(@Mixin DossierArguments target, @Parameters(index = "1", paramLabel = "PERIOD") String period)
            throws Exception {
        return show(target, own -> {
            Optional<Convention> there = own.desk()
                    .workplaces()
                    .convention(own.id(), own.workplace(period).id());
            return there.isEmpty()
                    ? Result.of(List.of(), say("workplace.no-convention"))
                    : WorkplaceView.convention(there.get(), own.lookup());
        });
    }

    @Command(name = "contact")
    int contact(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "PERIOD") String period,
            @Parameters(index = "2", paramLabel = "MEANS") Contact.Means means,
            @Option(names = "--on", paramLabel = "DATE") @Nullable LocalDate on,
            @Option(names = "--note", paramLabel = "TEXT", defaultValue = "") String note)
            throws Exception {
        return show(target, own -> {
            Contact logged =
                    own.desk().workplaces().log(own.id(), own.workplace(period).id(), new NewContact(means, on, note));
            return Result.of(logged, WorkplaceView.contact(logged, own.lookup()));
        });
    }

    @Command(name = "contacts")
    int contacts(@Mixin DossierArguments target, @Parameters(index = "1", paramLabel = "PERIOD") String period)
            throws Exception {
        return show(target, own -> {
            WorkplacePeriodId there = own.workplace(period).id();
            return Result.each(
                    Page.all(next -> own.desk().workplaces().contacts(own.id(), there, next)),
                    each -> WorkplaceView.contact(each, own.lookup()),
                    say("workplace.no-contact"));
        });
    }
}
