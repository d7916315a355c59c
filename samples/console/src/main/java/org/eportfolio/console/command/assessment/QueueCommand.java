package org.eportfolio.console.command.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.eportfolio.Page;
import org.eportfolio.agenda.Queue;
import org.eportfolio.agenda.Waiting;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.QueueView;
import org.eportfolio.console.view.Result;
import org.eportfolio.core.QueueDesk;
import org.eportfolio.id.PersonId;
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

    @Option(names = "--list", paramLabel = "LIST")
    Queue.@Nullable Part part;

    public QueueCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws Exception {
        return show(lookup -> {
            Cohort found = lookup.cohort(cohort);
            QueueDesk desk = lookup.desk().queue();
            if (part != null) return whole(desk, found, part, lookup);
            Queue queue =
                    since == null ? desk.of(found.id(), weeks) : desk.of(found.id(), weeks, lookup.startOf(since));
            if (seen) desk.visited(found.id(), queue.asOf());
            return QueueView.of(found.name(), queue, lookup);
        });
    }

    /** One list, beyond its beginning too. */
    private Result whole(QueueDesk desk, Cohort found, Queue.Part wanted, Lookup lookup) {
        List<Waiting> all = Page.all(next -> desk.list(found.id(), wanted, next));
        Map<PersonId, String> names =
                lookup.names(all.stream().map(Waiting::learner).distinct().toList());
        return Result.each(
                all,
                each -> StyledText.of(lookup.day(each.at()) + "  ")
                        .and(StyledText.bold(names.getOrDefault(
                                each.learner(), each.learner().value())))
                        .and("  " + say("waiting." + each.what()) + "  " + each.title()),
                say("queue.list.none"));
    }
}
