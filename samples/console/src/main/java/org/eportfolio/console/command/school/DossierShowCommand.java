package org.eportfolio.console.command.school;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eportfolio.console.command.Action;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Finding;
import org.eportfolio.console.school.Pages;
import org.eportfolio.console.school.School;
import org.eportfolio.console.view.DossierView;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.PersonId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What lies in a learner's dossier. */
@Command(name = "show")
public final class DossierShowCommand extends Action.InSchool {
    @Parameters(paramLabel = "LEARNER")
    String learner = "";

    public DossierShowCommand(Session session) {
        super(session);
    }

    @Override
    public boolean answers() {
        return true;
    }

    @Override
    public void act(School school, Desk desk) {
        Finding finding = Finding.by(desk, school, session.texts());
        List<DossierView.Part> parts =
                finding.dossiers(learner).stream().map(each -> part(each, desk)).toList();
        PersonId person = PersonId.of(learner);
        Set<PersonId> people = new LinkedHashSet<>(List.of(person));
        parts.forEach(part -> part.assessments().forEach(each -> people.add(each.author())));
        session.show(new DossierView(
                person, finding.names(List.copyOf(people)), school.clock().getZone(), parts));
    }

    private static DossierView.Part part(Dossier dossier, Desk desk) {
        var progress = desk.progress().of(dossier.id());
        boolean own = desk.actor().person().filter(dossier.learner()::equals).isPresent();
        return new DossierView.Part(
                dossier,
                desk.frameworks().get(progress.adoption().framework()).title(),
                progress,
                Pages.all((after, limit) -> desk.productions().list(dossier.id(), after, limit)),
                Pages.all((after, limit) -> desk.assessments().list(dossier.id(), after, limit)),
                own
                        ? Pages.all((after, limit) -> desk.assessments().drafts(dossier.id(), after, limit))
                                .size()
                        : 0);
    }
}
