package org.eportfolio.console.command.school;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.eportfolio.agenda.Home;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.School;
import org.eportfolio.console.view.HomeView;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A learner's ten minutes a week. Acts as the learner, unless {@code --as} names another person. */
@Command(name = "home")
public final class HomeCommand extends ConsoleCommand implements Callable<Integer> {
    @Parameters(paramLabel = "LEARNER")
    String learner = "";

    @Option(names = "--since", paramLabel = "DATE")
    @Nullable
    LocalDate since;

    @Option(names = "--seen")
    boolean seen;

    public HomeCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws Exception {
        List<Home> homes = new ArrayList<>();
        try (School school = session().open()) {
            Lookup lookup = new Lookup(session().desk(school), school.clock(), texts());
            List<Dossier> dossiers = lookup.dossiers(learner);
            Desk desk = session().options().person == null ? school.as(learner) : lookup.desk();
            for (Dossier each : dossiers) {
                homes.add(
                        since == null ? desk.home().of(each.id()) : desk.home().of(each.id(), lookup.startOf(since)));
            }
            int done = show(HomeView.of(PersonId.of(learner), homes, new Lookup(desk, school.clock(), texts())));
            if (seen) homes.forEach(home -> desk.home().visited(home.dossier(), home.asOf()));
            return done;
        }
    }
}
