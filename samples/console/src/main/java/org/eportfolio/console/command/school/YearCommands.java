package org.eportfolio.console.command.school;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.Page;
import org.eportfolio.console.command.CancellableTask;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.FrameworkCatalog;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.ScaleCatalog;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.view.View;
import org.eportfolio.console.view.YearView;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.roster.Absent;
import org.eportfolio.exchange.roster.Enrolment;
import org.eportfolio.exchange.roster.RosterCsv;
import org.eportfolio.exchange.roster.RosterReading;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ScenarioId;
import org.eportfolio.school.NameOrder;
import org.eportfolio.school.NamedPerson;
import org.eportfolio.school.Namesakes;
import org.eportfolio.school.PersonName;
import org.eportfolio.year.BegunYear;
import org.eportfolio.year.NewYear;
import org.eportfolio.year.NewYearEnd;
import org.eportfolio.year.YearChanges;
import org.eportfolio.year.YearEndPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The school year. */
@Command(name = "year", synopsisSubcommandLabel = "COMMAND")
public final class YearCommands extends ConsoleCommand {
    private static final int MOST_NAMED = 20;

    public YearCommands(Session session) {
        super(session);
    }

    /** What the year begins with. */
    static final class YearOptions {
        @Option(names = "--roster", paramLabel = "ROSTER")
        @Nullable
        Path roster;

        @Mixin
        RosterCommands.DirectorySchool school = new RosterCommands.DirectorySchool();

        @Option(names = "--framework", paramLabel = "ID")
        @Nullable
        String framework;

        @Option(names = "--scale", paramLabel = "SCALE")
        @Nullable
        String scale;

        @Option(names = "--adoption", paramLabel = "NAME")
        @Nullable
        String adoption;

        @Option(names = "--scenario", paramLabel = "ID")
        List<String> scenarios = new ArrayList<>();

        @Option(names = "--copy-from", paramLabel = "COHORT")
        @Nullable
        String copyFrom;
    }

    /** Begins a cohort's year, or says what that would change. */
    @Command(name = "begin")
    int begin(
            @Parameters(paramLabel = "COHORT") String cohort,
            @Mixin YearOptions options,
            @Option(names = "--dry-run") boolean dryRun)
            throws Exception {
        return show(lookup -> {
            Optional<ClassList> list = list(cohort, options, lookup);
            NewYear year = year(cohort, list, options, lookup);
            YearChanges changes = lookup.desk().year().preview(year);
            Map<PersonId, PersonName> names = list.map(ClassList::names).orElse(Map.of());
            if (!dryRun) {
                ScaleCatalog scales = scales(lookup);
                lookup.desk().together(joined -> {
                    BegunYear begun = joined.year().begin(year, changes);
                    if (!names.isEmpty()) joined.people().nameInParts(NamedPerson.all(names));
                    return begun;
                });
                if (options.scale != null) scales.adopted(scales.find(options.scale));
            }
            return new YearView(changes, called(YearView.people(changes), names, lookup), dryRun);
        });
    }

    /** Of whom it is said how they go on. */
    static final class GoingOnOptions {
        @Option(names = "--leaving", paramLabel = "LEARNER", split = ",")
        List<String> leaving = new ArrayList<>();

        @Option(names = "--staying", paramLabel = "LEARNER", split = ",")
        List<String> staying = new ArrayList<>();

        @Option(names = "--others", paramLabel = "leave|stay")
        @Nullable
        String others;

        @Option(names = "--next-roster", paramLabel = "ROSTER")
        @Nullable
        Path nextRoster;

        @Mixin
        RosterCommands.DirectorySchool school = new RosterCommands.DirectorySchool();
    }

    /** Ends a cohort's year, or says what that would do to each learner. */
    @Command(name = "end")
    int end(
            @Parameters(paramLabel = "COHORT") String cohort,
            @Option(names = "--until", paramLabel = "DATE", required = true) LocalDate until,
            @Mixin GoingOnOptions options,
            @Option(names = "--strips", paramLabel = "FILE") @Nullable Path strips,
            @Option(names = "--dry-run") boolean dryRun)
            throws Exception {
        return show(lookup -> {
            NewYearEnd year = goingOn(lookup.cohort(cohort).id(), until, options, lookup);
            if (dryRun) {
                YearEndPlan plan = lookup.desk().year().preview(year);
                List<PersonId> people = Stream.concat(
                                plan.learners().stream().map(YearEndPlan.Line::learner),
                                plan.roles().stream().map(YearEndPlan.EndingRole::person))
                        .distinct()
                        .toList();
                return new YearEndView(plan, lookup.sorted(people));
            }
            try (CancellableTask task = new CancellableTask("year-end.bar", -1, session())) {
                View ended = new YearEndRun(lookup, year).ended(strips, task);
                task.done();
                return ended;
            }
        });
    }

    private NewYearEnd goingOn(CohortId cohort, LocalDate until, GoingOnOptions options, Lookup lookup)
            throws IOException {
        NewYearEnd year = NewYearEnd.of(cohort, until)
                .in(texts().locale())
                .leaving(options.leaving.toArray(String[]::new))
                .staying(options.staying.toArray(String[]::new));
        if (options.nextRoster != null) {
            Set<PersonId> next = reading(options.nextRoster, options.school, lookup).enrolments().stream()
                    .map(Enrolment::person)
                    .collect(Collectors.toSet());
            next.removeAll(year.leaving());
            next.retainAll(lookup.desk().year().preview(year).learners().stream()
                    .map(YearEndPlan.Line::learner)
                    .toList());
            year = year.staying(next).othersLeave();
        }
        if (options.others == null) return year;
        return switch (options.others) {
            case "leave" -> year.othersLeave();
            case "stay" -> year.othersStay();
            default -> throw wrongUsage(say("wrong.others", options.others));
        };
    }

    /** The lines of this class in the roster that is named. */
    private Optional<ClassList> list(String cohort, YearOptions options, Lookup lookup) throws IOException {
        Path roster = options.roster;
        if (roster == null) return Optional.empty();
        RosterReading reading = reading(roster, options.school, lookup);
        ClassList list = ClassList.of(cohort, reading.enrolments(), lookup.today());
        if (list.isEmpty()) {
            throw new Refusal(say(
                    "year.not-in-roster",
                    cohort,
                    reading.enrolments().stream()
                            .map(Enrolment::cohort)
                            .distinct()
                            .limit(MOST_NAMED)
                            .collect(Collectors.joining(", "))));
        }
        return Optional.of(list);
    }

    private RosterReading reading(Path roster, RosterCommands.DirectorySchool school, Lookup lookup)
            throws IOException {
        RosterReading reading = new RosterFile(roster, null)
                .as(new RosterCsv(), school.of(Absent.STAY), Absent.STAY, school.issuer)
                .reading(lookup.desk(), roster, ImportOptions.ofDefaults());
        RosterFile.said(reading.remarks(), texts().locale()).forEach(session().screen()::complaint);
        return reading;
    }

    /** In the order of the names; those whom only the roster names by what it says. */
    private static Map<PersonId, String> called(
            List<PersonId> people, Map<PersonId, PersonName> inRoster, Lookup lookup) {
        Map<PersonId, PersonName> parts = new HashMap<>(lookup.desk().people().inParts(people));
        inRoster.forEach((person, name) -> {
            PersonName known = parts.get(person);
            if (known == null || known.display().equals(person.value())) parts.put(person, name);
        });
        Locale language = lookup.texts().locale();
        Map<PersonId, String> shown = new LinkedHashMap<>();
        parts.keySet().stream()
                .sorted(NameOrder.of(language).among(parts))
                .forEach(each ->
                        shown.put(each, Objects.requireNonNull(parts.get(each)).display()));
        return Namesakes.toldApart(shown, language);
    }

    private ScaleCatalog scales(Lookup lookup) {
        return ScaleCatalog.of(lookup, session().options().file());
    }

    private NewYear year(String cohort, Optional<ClassList> list, YearOptions options, Lookup lookup)
            throws IOException {
        NewYear year = list.map(each -> each.in(NewYear.of(cohort))).orElse(NewYear.of(cohort));
        if ((options.framework == null) != (options.scale == null)) {
            throw new Refusal(say("refused.framework-on-scale"));
        }
        if (options.framework != null && options.scale != null) {
            year = year.adopting(
                    new FrameworkCatalog(Page.all(lookup.desk().frameworks()::list), texts())
                            .find(options.framework)
                            .id(),
                    scales(lookup).find(options.scale));
        }
        if (options.adoption != null) {
            if (options.framework != null) throw wrongUsage(say("wrong.exclusive", "--adoption, --framework"));
            year = year.under(lookup.adoption(options.adoption).id());
        }
        if (options.copyFrom != null) {
            year = year.copyingThePlanOf(lookup.cohort(options.copyFrom).id());
        }
        return year.workingOn(options.scenarios.stream().map(ScenarioId::of).toArray(ScenarioId[]::new));
    }
}
