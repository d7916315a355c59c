package org.eportfolio.console;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.eportfolio.agenda.Queue;
import org.eportfolio.agenda.Waiting;
import org.eportfolio.core.Desk;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What waits for a teacher of a cohort. */
@Command(name = "queue")
final class QueueCommand extends Action.InSchool {
    @Parameters(paramLabel = "COHORT")
    String cohort = "";

    @Option(names = "--weeks", paramLabel = "N", defaultValue = "3")
    int weeks;

    @Option(names = "--since", paramLabel = "DATE", converter = Days.class)
    @Nullable
    LocalDate since;

    @Option(names = "--seen")
    boolean seen;

    QueueCommand(Console console) {
        super(console);
    }

    @Override
    boolean answers() {
        return true;
    }

    @Override
    void act(School school, Desk desk) {
        Cohort found = Finding.by(desk, school, console).cohort(cohort);
        Queue queue = since == null
                ? desk.queue().of(found.id(), weeks)
                : desk.queue().of(found.id(), weeks, Days.begin(since, school.clock()));
        Set<PersonId> people = new HashSet<>();
        Stream.of(queue.productions(), queue.owed(), queue.claims(), queue.interviews(), queue.reviews())
                .flatMap(part -> part.items().stream())
                .map(Waiting::learner)
                .forEach(people::add);
        queue.silent().items().forEach(each -> people.add(each.learner()));
        console.show(new QueueView(
                found.name(), queue, desk.people().named(people), school.clock().getZone()));
        if (seen) desk.queue().visited(found.id(), queue.asOf());
    }
}
