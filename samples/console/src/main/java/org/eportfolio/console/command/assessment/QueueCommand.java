package org.eportfolio.console.command.assessment;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.eportfolio.agenda.Queue;
import org.eportfolio.agenda.Waiting;
import org.eportfolio.console.command.Action;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Days;
import org.eportfolio.console.school.Finding;
import org.eportfolio.console.school.School;
import org.eportfolio.console.view.QueueView;
import org.eportfolio.core.Desk;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What waits for a teacher of a cohort. */
@Command(name = "queue")
public final class QueueCommand extends Action.InSchool {
    @Parameters(paramLabel = "COHORT")
    String cohort = "";

    @Option(names = "--weeks", paramLabel = "N", defaultValue = "3")
    int weeks;

    @Option(names = "--since", paramLabel = "DATE", converter = Days.class)
    @Nullable
    LocalDate since;

    @Option(names = "--seen")
    boolean seen;

    public QueueCommand(Session session) {
        super(session);
    }

    @Override
    public boolean answers() {
        return true;
    }

    @Override
    public void act(School school, Desk desk) {
        Cohort found = Finding.by(desk, school, session.texts()).cohort(cohort);
        Queue queue = since == null
                ? desk.queue().of(found.id(), weeks)
                : desk.queue().of(found.id(), weeks, Days.begin(since, school.clock()));
        Set<PersonId> people = new HashSet<>();
        Stream.of(queue.productions(), queue.owed(), queue.claims(), queue.interviews(), queue.reviews())
                .flatMap(part -> part.items().stream())
                .map(Waiting::learner)
                .forEach(people::add);
        queue.silent().items().forEach(each -> people.add(each.learner()));
        session.show(new QueueView(
                found.name(), queue, desk.people().named(people), school.clock().getZone()));
        if (seen) desk.queue().visited(found.id(), queue.asOf());
    }
}
