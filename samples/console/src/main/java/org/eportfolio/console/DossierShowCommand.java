package org.eportfolio.console;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.PersonId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What lies in a learner's dossier. */
@Command(name = "show")
final class DossierShowCommand extends Action.InSchool {
    @Parameters(paramLabel = "LEARNER")
    String learner = "";

    DossierShowCommand(Console console) {
        super(console);
    }

    @Override
    boolean answers() {
        return true;
    }

    @Override
    void act(School school, Desk desk) {
        Finding finding = Finding.by(desk, school, console);
        List<DossierView.Part> parts =
                finding.dossiers(learner).stream().map(each -> part(each, desk)).toList();
        PersonId person = PersonId.of(learner);
        Set<PersonId> people = new LinkedHashSet<>(List.of(person));
        parts.forEach(part -> part.assessments().forEach(each -> people.add(each.author())));
        console.show(new DossierView(
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
