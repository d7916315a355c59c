package org.eportfolio.console.command.school;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.Result;
import org.eportfolio.core.HandoverDesk;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Handover;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One teacher of a cohort takes over from another. */
@Command(name = "handover")
public final class HandoverCommand extends ConsoleCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "COHORT")
    String cohort = "";

    @Parameters(index = "1", paramLabel = "FROM")
    String from = "";

    @Parameters(index = "2", paramLabel = "TO")
    String to = "";

    @Option(names = "--on", paramLabel = "DATE")
    @Nullable
    LocalDate on;

    @Option(names = "--preview")
    boolean preview;

    public HandoverCommand(Session session) {
        super(session);
    }

    /** What {@code --json} writes. */
    public record HandoverAnswer(boolean preview, Handover handover) {}

    @Override
    public Integer call() throws Exception {
        return show(lookup -> {
            CohortId id = lookup.cohort(cohort).id();
            LocalDate day = on == null ? lookup.today() : on;
            HandoverDesk desk = lookup.desk().handovers();
            Handover handover = preview
                    ? desk.preview(id, PersonId.of(from), PersonId.of(to), day)
                    : desk.handOver(id, PersonId.of(from), PersonId.of(to), day);
            return Result.of(
                    new HandoverAnswer(preview, handover),
                    StyledText.of(say(
                            preview ? "handover.preview" : "handover.done",
                            handover.from(),
                            handover.to(),
                            handover.on())),
                    StyledText.of(say(
                            "handover.open",
                            handover.interviews().size(),
                            handover.goals().size(),
                            handover.campaigns().size(),
                            handover.prompts().size(),
                            handover.links().size())));
        });
    }
}
