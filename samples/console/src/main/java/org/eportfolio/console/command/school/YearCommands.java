package org.eportfolio.console.command.school;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eportfolio.Page;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.FrameworkCatalog;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.ScaleCatalog;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.view.YearView;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.roster.Absent;
import org.eportfolio.exchange.roster.Enrolment;
import org.eportfolio.exchange.roster.RosterCsv;
import org.eportfolio.exchange.roster.RosterReading;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ScenarioId;
import org.eportfolio.school.NameOrder;
import org.eportfolio.school.NamedPerson;
import org.eportfolio.school.Namesakes;
import org.eportfolio.school.PersonName;
import org.eportfolio.year.BegunYear;
import org.eportfolio.year.NewYear;
import org.eportfolio.year.YearChanges;
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

    /** The lines of this class in the roster that is named. */
    private Optional<ClassList> list(String cohort, YearOptions options, Lookup lookup) throws IOException {
        Path roster = options.roster;
        if (roster == null) return Optional.empty();
        RosterReading reading = new RosterFile(roster, null)
                .as(new RosterCsv(), options.school.of(Absent.STAY), Absent.STAY)
                .reading(roster, ImportOptions.ofDefaults());
        RosterFile.said(reading.remarks(), texts().locale()).forEach(session().screen()::complaint);
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
