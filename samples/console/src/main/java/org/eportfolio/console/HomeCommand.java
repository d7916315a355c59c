package org.eportfolio.console;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eportfolio.agenda.Home;
import org.eportfolio.agenda.News;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A learner's ten minutes a week; in the learner's own name, unless somebody else is named to be refused. */
@Command(name = "home")
final class HomeCommand extends Action.InSchool {
    @Parameters(paramLabel = "LEARNER")
    String learner = "";

    @Option(names = "--since", paramLabel = "DATE", converter = Days.class)
    @Nullable
    LocalDate since;

    @Option(names = "--seen")
    boolean seen;

    HomeCommand(Console console) {
        super(console);
    }

    @Override
    boolean answers() {
        return true;
    }

    @Override
    void act(School school, Desk anybody) {
        List<Dossier> dossiers = Finding.by(anybody, school, console).dossiers(learner);
        Desk desk = console.standing().person == null ? school.as(learner) : anybody;
        List<Home> homes = new ArrayList<>();
        for (Dossier each : dossiers) {
            homes.add(
                    since == null
                            ? desk.home().of(each.id())
                            : desk.home().of(each.id(), Days.begin(since, school.clock())));
        }
        Set<PersonId> people = new HashSet<>(Set.of(PersonId.of(learner)));
        for (Home home : homes) {
            home.news().items().stream().map(News::by).filter(Objects::nonNull).forEach(people::add);
        }
        console.show(new HomeView(
                PersonId.of(learner),
                homes,
                desk.people().named(people),
                school.clock().getZone()));
        if (!seen) return;
        for (Home home : homes) desk.home().visited(home.dossier(), home.asOf());
    }
}
