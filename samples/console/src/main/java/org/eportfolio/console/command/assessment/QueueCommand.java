package org.eportfolio.console.command.assessment;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.eportfolio.agenda.Queue;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.view.QueueView;
import org.eportfolio.core.QueueDesk;
import org.eportfolio.school.Cohort;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What waits for a teacher of a cohort. */
@Command(name = "queue")
public final class QueueCommand extends ConsoleCommand implements Callable<Integer> {
    @Parameters(paramLabel = "COHORT")
    String cohort = "";

    @Option(names = "--weeks", paramLabel = "N", defaultValue = "3")
    int weeks;

    @Option(names = "--since", paramLabel = "DATE")
    @Nullable
    LocalDate since;

    @Option(names = "--seen")
    boolean seen;

    public QueueCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws Exception {
        return show(lookup -> {
            Cohort found = lookup.cohort(cohort);
            QueueDesk desk = lookup.desk().queue();
            Queue queue =
                    since == null ? desk.of(found.id(), weeks) : desk.of(found.id(), weeks, lookup.startOf(since));
            if (seen) desk.visited(found.id(), queue.asOf());
            return QueueView.of(found.name(), queue, lookup);
        });
    }
}
