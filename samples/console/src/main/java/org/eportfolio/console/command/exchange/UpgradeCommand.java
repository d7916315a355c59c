package org.eportfolio.console.command.exchange;

import java.util.concurrent.Callable;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Place;
import org.eportfolio.console.view.Result;
import picocli.CommandLine.Command;

/** Lets a place be written to as this version writes, once every program that uses it is of this version. */
@Command(name = "upgrade")
public final class UpgradeCommand extends ConsoleCommand implements Callable<Integer> {
    public UpgradeCommand(Session session) {
        super(session);
    }

    /** What {@code --json} writes. */
    public record Upgraded(String place) {}

    @Override
    public Integer call() {
        session().refuseKey();
        Place place = session().options().place();
        if (!place.isThere()) throw session().noAdministrator();
        place.upgrade();
        return show(Result.of(new Upgraded(place.toString()), say("upgrade.done", place)));
    }
}
