package org.eportfolio.console.command.sharing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eportfolio.Page;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.DossierArguments;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.view.LinkView;
import org.eportfolio.console.view.Result;
import org.eportfolio.console.view.TutorView;
import org.eportfolio.dossier.Production;
import org.eportfolio.guidance.NewBilan;
import org.eportfolio.guidance.NewTutorAnswer;
import org.eportfolio.guidance.NewWorkplacePeriod;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.sharing.IssuedLink;
import org.eportfolio.workplace.AskDates;
import org.eportfolio.workplace.NewAskDates;
import org.eportfolio.workplace.NewShownWork;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Workplace periods and what tutors say of them. */
@Command(name = "tutor", synopsisSubcommandLabel = "COMMAND")
public final class TutorCommands extends ConsoleCommand {
    public TutorCommands(Session session) {
        super(session);
    }

    /** A competency asked about, in plainer words if there are. */
    static final class Asking {
        @Option(names = "--ask", paramLabel = "COMPETENCY", required = true)
        String competency = "";

        @Option(names = "--words", paramLabel = "TEXT", defaultValue = "")
        String words = "";
    }

    /** Opens the period and makes the tutor's link, in one go. */
    @Command(name = "open")
    int open(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "EMPLOYER") String employer,
            @Option(names = "--from", paramLabel = "DATE", required = true) LocalDate from,
            @Option(names = "--until", paramLabel = "DATE", required = true) LocalDate until,
            @ArgGroup(exclusive = false, multiplicity = "0..*") @Nullable List<Asking> asking,
            @Option(names = "--tutor", paramLabel = "PERSON") @Nullable String tutor,
            @Option(names = "--readable-days", paramLabel = "NUMBER", defaultValue = "30") int readable,
            @Option(names = "--apprenticeship") boolean apprenticeship)
            throws Exception {
        return show(target, own -> {
            NewWorkplacePeriod period = (apprenticeship
                            ? NewWorkplacePeriod.apprenticeship(employer)
                            : NewWorkplacePeriod.pfmp(employer))
                    .lasting(from, until)
                    .readableFor(readable);
            if (tutor != null) period = period.tutoredBy(PersonId.of(tutor));
            for (Asking each : given(asking)) period = period.asking(each.competency, each.words);
            NewWorkplacePeriod asked = period;
            IssuedLink link = own.desk().together(desk -> {
                WorkplacePeriod opened = desk.tutoring().open(own.id(), asked);
                return desk.tutoring().invite(own.id(), opened.id());
            });
            return LinkView.of(link, own.lookup());
        });
    }

    @Command(name = "invite")
    int invite(@Mixin DossierArguments target, @Parameters(index = "1", paramLabel = "PERIOD") String period)
            throws Exception {
        return show(
                target,
                own -> LinkView.of(
                        own.desk()
                                .tutoring()
                                .invite(own.id(), own.workplace(period).id()),
                        own.lookup()));
    }

    @Command(name = "show")
    int show(@Mixin DossierArguments target) throws Exception {
        return show(target, own -> TutorView.periods(own.all(own.desk().tutoring()::list), own));
    }

    /** On which days the tutor of a long period is asked again by the same link. */
    @Command(name = "ask")
    int ask(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "PERIOD") String period,
            @Option(names = "--on", paramLabel = "DATE", split = ",") @Nullable List<LocalDate> days)
            throws Exception {
        return show(target, own -> {
            WorkplacePeriod there = own.workplace(period);
            AskDates dates = own.desk().workplaces().askOn(own.id(), there.id(), new NewAskDates(given(days)));
            return Result.of(
                    dates,
                    say("tutor.asked-on", dates.on().stream().map(texts()::day).collect(Collectors.joining(", "))));
        });
    }

    /** What the tutor answered before. */
    @Command(name = "earlier")
    int earlier(@Mixin DossierArguments target, @Parameters(index = "1", paramLabel = "PERIOD") String period)
            throws Exception {
        return show(target, own -> {
            WorkplacePeriod there = own.workplace(period);
            return TutorView.earlier(
                    Page.all(next -> own.desk().workplaces().earlierAnswers(own.id(), there.id(), next)), own.lookup());
        });
    }

    /** Ends a period whose contract is broken off. */
    @Command(name = "break")
    int breakOff(@Mixin DossierArguments target, @Parameters(index = "1", paramLabel = "PERIOD") String period)
            throws Exception {
        return show(
                target, own -> TutorView.periods(List.of(own.desk().tutoring().breakOff(own.workplace(period))), own));
    }

    /** Shows a production to the tutor of one period. */
    @Command(name = "present")
    int present(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "PERIOD") String period,
            @Parameters(index = "2", paramLabel = "PRODUCTION") String production,
            @Option(names = "--words", paramLabel = "TEXT", defaultValue = "") String words)
            throws Exception {
        return show(target, own -> {
            NewShownWork shown = NewShownWork.of(own.production(production)).saying(words);
            WorkplacePeriod there = own.workplace(period);
            own.desk().tutoring().show(own.id(), there.id(), shown);
            return shown(there, own);
        });
    }

    /** Shows it no longer. */
    @Command(name = "hide")
    int hide(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "PERIOD") String period,
            @Parameters(index = "2", paramLabel = "PRODUCTION") String production)
            throws Exception {
        return show(target, own -> {
            WorkplacePeriod there = own.workplace(period);
            own.desk()
                    .tutoring()
                    .hide(own.id(), there.id(), own.production(production).id());
            return shown(there, own);
        });
    }

    @Command(name = "shown")
    int shown(@Mixin DossierArguments target, @Parameters(index = "1", paramLabel = "PERIOD") String period)
            throws Exception {
        return show(target, own -> shown(own.workplace(period), own));
    }

    private Result shown(WorkplacePeriod period, DossierItems own) {
        Map<ProductionId, Production> productions = new HashMap<>();
        for (Production each : own.all(own.desk().productions()::list)) productions.put(each.id(), each);
        return Result.each(
                own.desk().tutoring().shown(own.id(), period.id()),
                each -> TutorView.shown(each, productions.get(each.production()), own.texts()),
                say("tutor.nothing-shown", period.employer()));
    }

    @Command(name = "answer")
    int answer(
            @Parameters(index = "0", paramLabel = "TOKEN") String token,
            @Option(names = "--name", paramLabel = "NAME", required = true) String name,
            @Option(names = "--alone", paramLabel = "TEXT", required = true) String alone,
            @Option(names = "--helped", paramLabel = "TEXT", defaultValue = "") String help,
            @Option(names = "--advice", paramLabel = "TEXT", defaultValue = "") String advice,
            @Option(names = "--level", paramLabel = "COMPETENCY=LEVEL") @Nullable Map<String, String> levels)
            throws Exception {
        return showAsBearer(token, lookup -> {
            NewTutorAnswer answer =
                    NewTutorAnswer.by(name).alone(alone).withHelp(help).advising(advice);
            if (levels != null) {
                for (Map.Entry<String, String> each : levels.entrySet()) {
                    answer = answer.level(each.getKey(), each.getValue());
                }
            }
            return TutorView.form(lookup.desk().shared().answer(answer), lookup);
        });
    }

    @Command(name = "bilan")
    int bilan(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "PERIOD") String period,
            @Option(names = "--tutor", paramLabel = "NAME", required = true) String tutor,
            @Option(names = "--with-learner") boolean learner,
            @Option(names = "--concluding", paramLabel = "TEXT", required = true) String conclusion,
            @Option(names = "--on", paramLabel = "DATE") @Nullable LocalDate on)
            throws Exception {
        return show(target, own -> {
            WorkplacePeriod concluded =
                    own.desk().tutoring().conclude(own.workplace(period), new NewBilan(tutor, learner, conclusion, on));
            return TutorView.periods(List.of(concluded), own);
        });
    }
}
