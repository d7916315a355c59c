package org.eportfolio.console.command.exchange;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.eportfolio.access.HeldPermissions;
import org.eportfolio.access.Permission;
import org.eportfolio.console.command.CancellableTask;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.PlaceConverter;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.command.exchange.MovedSchool.Receipt;
import org.eportfolio.console.command.exchange.MovedSchool.Step;
import org.eportfolio.console.school.Place;
import org.eportfolio.console.school.School;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.view.Result;
import org.eportfolio.core.SchoolMove;
import org.eportfolio.school.Reach;
import org.eportfolio.spi.PortfolioStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Moves the school to another place while people work in it, for those who may take a copy of all of it. */
@Command(name = "move")
public final class MoveCommand extends ConsoleCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PLACE", converter = PlaceConverter.class)
    Place target = Place.of(Path.of(""));

    @Option(names = "--copy-only")
    boolean copyOnly;

    @Option(names = "--abandon")
    boolean abandon;

    @Option(names = "--remove-source")
    boolean removeSource;

    public MoveCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        if (copyOnly && abandon || copyOnly && removeSource || abandon && removeSource) {
            throw wrongUsage(say("wrong.move"));
        }
        Place source = session().options().place();
        try (School school = session().open()) {
            HeldPermissions held = session().desk(school).me().may(new Reach.Organisation());
            if (!held.has(Permission.BACK_UP) && !held.byRole().containsKey(Permission.BACK_UP)) {
                throw new Refusal(say("refused.move"));
            }
        }
        if ((abandon || removeSource) && !target.isThere()) throw new Refusal(say("refused.no-target", target));
        try (PortfolioStore from = source.open();
                PortfolioStore to = target.open();
                CancellableTask task = new CancellableTask("move.bar", -1, session())) {
            SchoolMove move = SchoolMove.between(from, source.toString(), to, target.toString(), Clock.systemUTC());
            MovedSchool done = done(move, source, task);
            task.done();
            return show(Result.of(done, sentence(done)));
        } finally {
            source.close();
            target.close();
        }
    }

    private MovedSchool done(SchoolMove move, Place source, CancellableTask task) {
        if (copyOnly) {
            move.copy(task);
            return new MovedSchool(Step.COPIED, source.toString(), target.toString(), null);
        }
        if (abandon) {
            move.abandon();
            return new MovedSchool(Step.ABANDONED, source.toString(), target.toString(), null);
        }
        Receipt receipt = Receipt.of(removeSource ? move.removeSource() : move.finish(task));
        Step step = removeSource ? Step.SOURCE_REMOVED : Step.MOVED;
        return new MovedSchool(step, source.toString(), target.toString(), receipt);
    }

    private String sentence(MovedSchool done) {
        Receipt receipt = done.receipt();
        if (receipt == null) {
            return say(done.step() == Step.COPIED ? "move.copied" : "move.abandoned", done.from(), done.to());
        }
        return say(
                done.step() == Step.MOVED ? "move.done" : "move.source-removed",
                done.from(),
                done.to(),
                receipt.entries(),
                receipt.records(),
                receipt.files(),
                receipt.sha256());
    }
}
