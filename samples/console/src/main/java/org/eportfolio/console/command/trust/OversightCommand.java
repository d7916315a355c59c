package org.eportfolio.console.command.trust;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.eportfolio.Message;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Place;
import org.eportfolio.console.school.School;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.Result;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Oversight;
import org.eportfolio.privacy.SchoolOversight;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One page over several schools for the data protection officer who serves them all. */
@Command(name = "oversight")
public final class OversightCommand extends ConsoleCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SCHOOL", arity = "1..*")
    List<String> places = List.of();

    public OversightCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        String person = session().options().person;
        session().refuseKey();
        if (person == null) throw wrongUsage(say("wrong.oversight-as"));
        Map<String, School> schools = new LinkedHashMap<>();
        try {
            Map<String, Desk> desks = new LinkedHashMap<>();
            for (String each : places) {
                Place place = Place.of(each);
                if (!place.isThere()) throw new Refusal(say("refused.no-file", place.toString()));
                if (schools.containsKey(place.toString())) continue;
                School school = School.open(place);
                schools.put(place.toString(), school);
                desks.put(place.toString(), school.as(person));
            }
            List<SchoolOversight> page = Oversight.of(desks);
            return show(Result.all(page, this::lines, ""));
        } finally {
            schools.values().forEach(School::close);
        }
    }

    private List<StyledText> lines(SchoolOversight each) {
        if (!each.open()) {
            return List.of(StyledText.bold(each.school()), StyledText.of("  " + say("oversight.closed")));
        }
        StyledText missing = StyledText.of("  "
                + (each.missing().isEmpty()
                        ? say("oversight.complete")
                        : say("oversight.missing", names(each.missing()))));
        StyledText overdue = StyledText.of("  "
                + (each.overdueSince() == null
                        ? say("oversight.nothing-due")
                        : say("oversight.overdue", each.overdue(), each.overdueSince())));
        StyledText requests = StyledText.of("  "
                + (each.oldestRequest() == null
                        ? say("oversight.no-request")
                        : say("oversight.requests", each.requests(), each.oldestRequest())));
        StyledText breaches = StyledText.of("  "
                + (each.oldestBreach() == null
                        ? say("oversight.no-breach")
                        : say("oversight.breaches", each.breaches(), each.oldestBreach())));
        StyledText unfinished = StyledText.of("  " + say("oversight.unfinished", each.unfinished()));
        return List.of(StyledText.bold(each.school()), missing, overdue, requests, breaches, unfinished);
    }

    private String names(List<String> keys) {
        return String.join(
                Message.of("list.separator").in(texts().locale()),
                keys.stream().map(each -> Message.of(each).in(texts().locale())).toList());
    }
}
