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
import org.eportfolio.exchange.roster.Enrolment;
import org.eportfolio.exchange.roster.RosterCsv;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ScenarioId;
import org.eportfolio.school.Members;
import org.eportfolio.school.NameOrder;
import org.eportfolio.school.Namesakes;
import org.eportfolio.school.PersonName;
import org.eportfolio.school.Role;
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
    public YearCommands(Session session) {
        super(session);
    }

    /** What the year begins with. */
    static final class YearOptions {
        @Option(names = "--roster", paramLabel = "FILE.csv")
        @Nullable
        Path roster;

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
            Map<PersonId, String> names = new HashMap<>();
            NewYear year = year(cohort, options, lookup, names);
            YearChanges changes = lookup.desk().year().preview(year);
            if (!dryRun) {
                ScaleCatalog scales = scales(lookup);
                lookup.desk().year().begin(year, changes);
                if (options.scale != null) scales.adopted(scales.find(options.scale));
            }
            return new YearView(changes, called(YearView.people(changes), names, lookup), dryRun);
        });
    }

    /** In the order of the names; those whom only the roster names by what it says. */
    private static Map<PersonId, String> called(List<PersonId> people, Map<PersonId, String> inRoster, Lookup lookup) {
        Map<PersonId, PersonName> parts = new HashMap<>(lookup.desk().people().inParts(people));
        inRoster.forEach((person, name) -> {
            PersonName known = parts.get(person);
            if (known == null || known.display().equals(person.value())) parts.put(person, PersonName.shown(name));
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

    /** @param names takes up the names that the roster gives */
    private NewYear year(String cohort, YearOptions options, Lookup lookup, Map<PersonId, String> names)
            throws IOException {
        NewYear year = NewYear.of(cohort);
        if (options.roster != null) {
            year = with(new RosterCsv().enrolments(options.roster, ImportOptions.ofDefaults()), year, cohort, names);
        }
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

    /** Adds the lines of this cohort. */
    private NewYear with(List<Enrolment> all, NewYear year, String cohort, Map<PersonId, String> names) {
        Map<Role, List<PersonId>> people = new HashMap<>();
        NewYear named = year;
        for (Enrolment line : all) {
            if (!line.cohort().equals(cohort)) continue;
            people.computeIfAbsent(line.role(), role -> new ArrayList<>()).add(line.person());
            named = named.naming(line.person(), line.name().display());
            names.put(line.person(), line.name().display());
        }
        if (people.isEmpty()) {
            throw new Refusal(say(
                    "year.not-in-roster",
                    cohort,
                    all.stream().map(Enrolment::cohort).distinct().collect(Collectors.joining(", "))));
        }
        for (Map.Entry<Role, List<PersonId>> each : people.entrySet()) {
            named = named.with(Members.of(each.getKey(), each.getValue()));
        }
        return named;
    }
}
