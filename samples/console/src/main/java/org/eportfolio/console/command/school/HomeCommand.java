package org.eportfolio.console.command.school;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eportfolio.agenda.Home;
import org.eportfolio.agenda.News;
import org.eportfolio.console.command.Action;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Days;
import org.eportfolio.console.school.Finding;
import org.eportfolio.console.school.School;
import org.eportfolio.console.view.HomeView;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A learner's ten minutes a week; in the learner's own name, unless somebody else is named to be refused. */
@Command(name = "home")
public final class HomeCommand extends Action.InSchool {
    @Parameters(paramLabel = "LEARNER")
    String learner = "";

    @Option(names = "--since", paramLabel = "DATE", converter = Days.class)
    @Nullable
    LocalDate since;

    @Option(names = "--seen")
    boolean seen;

    public HomeCommand(Session session) {
        super(session);
    }

    @Override
    public boolean answers() {
        return true;
    }

    @Override
    public void act(School school, Desk anybody) {
        List<Dossier> dossiers = Finding.by(anybody, school, session.texts()).dossiers(learner);
        Desk desk = session.standing().person == null ? school.as(learner) : anybody;
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
        session.show(new HomeView(
                PersonId.of(learner),
                homes,
                desk.people().named(people),
                school.clock().getZone()));
        if (!seen) return;
        for (Home home : homes) desk.home().visited(home.dossier(), home.asOf());
    }
}
