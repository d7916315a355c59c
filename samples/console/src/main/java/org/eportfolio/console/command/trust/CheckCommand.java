package org.eportfolio.console.command.trust;

import java.util.concurrent.Callable;
import org.eportfolio.console.command.CancellableTask;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.view.Result;
import org.eportfolio.console.view.VerificationView;
import org.eportfolio.console.view.View;
import org.eportfolio.journal.Inspection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks through everything and names what is broken: below, in and between the records. */
@Command(name = "check")
public final class CheckCommand extends ConsoleCommand implements Callable<Integer> {
    @Option(names = "--repair")
    boolean repair;

    public CheckCommand(Session session) {
        super(session);
    }

    /** What {@code --json} writes. */
    public record CheckAnswer(boolean sound, Inspection inspection) {}

    @Override
    public Integer call() throws Exception {
        return show(lookup -> {
            if (repair) {
                try (CancellableTask task = new CancellableTask("check.repair-bar", -1, session())) {
                    lookup.desk().safekeeping().reindex(task);
                    task.done();
                }
            }
            Inspection found;
            try (CancellableTask task = new CancellableTask("check.bar", -1, session())) {
                found = lookup.desk().safekeeping().check(task);
                task.done();
            }
            View view =
                    Result.of(new CheckAnswer(found.sound(), found), (screen, texts) -> print(found, screen, texts));
            if (found.sound()) return view;
            show(view);
            int faults = found.storage().size()
                    + found.references().size()
                    + found.journal().faults().size();
            throw new Refusal(texts().count("check.unsound", faults));
        });
    }

    private void print(Inspection inspection, Screen screen, Texts texts) {
        if (repair) screen.line(texts.say("check.repaired"));
        inspection.storage().forEach(each -> screen.line("  " + each.in(texts.locale())));
        new VerificationView(inspection.journal()).print(screen, texts);
        inspection.references().forEach(each -> screen.line("  " + each.in(texts.locale())));
        if (inspection.sound()) screen.line(texts.say("check.sound"));
    }
}
