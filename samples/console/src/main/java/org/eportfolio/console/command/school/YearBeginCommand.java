package org.eportfolio.console.command.school;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eportfolio.console.command.Action;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Finding;
import org.eportfolio.console.school.School;
import org.eportfolio.console.school.Shelf;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.view.YearView;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.roster.Enrolment;
import org.eportfolio.exchange.roster.RosterCsv;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ScenarioId;
import org.eportfolio.school.Members;
import org.eportfolio.school.Role;
import org.eportfolio.year.NewYear;
import org.eportfolio.year.YearChanges;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Begins a cohort's year, or tells what that would change. */
@Command(name = "begin")
public final class YearBeginCommand extends Action.InSchool {
    @Parameters(paramLabel = "COHORT")
    String cohort = "";

    @Option(names = "--roster", paramLabel = "FILE.csv")
    @Nullable
    Path roster;

    @Option(names = "--framework", paramLabel = "ID")
    @Nullable
    String framework;

    @Option(names = "--scale", paramLabel = "SCALE")
    @Nullable
    String scale;

    @Option(names = "--scenario", paramLabel = "ID")
    List<String> scenarios = new ArrayList<>();

    @Option(names = "--copy-from", paramLabel = "COHORT")
    @Nullable
    String copyFrom;

    @Option(names = "--dry-run")
    boolean dryRun;

    public YearBeginCommand(Session session) {
        super(session);
    }

    @Override
    public boolean answers() {
        return true;
    }

    @Override
    public void act(School school, Desk desk) throws IOException {
        Map<PersonId, String> names = new HashMap<>();
        NewYear year = year(school, desk, names);
        YearChanges changes = desk.year().preview(year);
        if (!dryRun) desk.year().begin(year, changes);
        List<PersonId> people = new ArrayList<>(changes.leaving());
        people.addAll(changes.staying());
        people.addAll(changes.joining());
        changes.staff().forEach(each -> people.add(each.person()));
        desk.people().named(people).forEach(names::putIfAbsent);
        session.show(new YearView(changes, names, dryRun));
    }

    private NewYear year(School school, Desk desk, Map<PersonId, String> names) throws IOException {
        NewYear year = NewYear.of(cohort);
        if (roster != null) year = with(new RosterCsv().enrolments(roster, ImportOptions.ofDefaults()), year, names);
        if ((framework == null) != (scale == null)) throw new Refusal(say("refused.framework-on-scale"));
        if (framework != null && scale != null) {
            year = year.adopting(
                    new Shelf(desk.frameworks().list(), session.texts())
                            .find(framework)
                            .id(),
                    Shelf.scale(scale, session.texts()));
        }
        if (copyFrom != null) {
            year = year.copyingThePlanOf(
                    Finding.by(desk, school, session.texts()).cohort(copyFrom).id());
        }
        return year.workingOn(scenarios.stream().map(ScenarioId::of).toArray(ScenarioId[]::new));
    }

    /** The lines of this cohort. */
    private NewYear with(List<Enrolment> all, NewYear year, Map<PersonId, String> names) {
        Map<Role, List<PersonId>> people = new HashMap<>();
        NewYear named = year;
        for (Enrolment line : all) {
            if (!line.cohort().equals(cohort)) continue;
            people.computeIfAbsent(line.role(), role -> new ArrayList<>()).add(line.person());
            named = named.naming(line.person(), line.name());
            names.put(line.person(), line.name());
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
