package org.eportfolio.console;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eportfolio.Page;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What lies in a learner's dossier. */
@Command(name = "show")
final class DossierShowCommand extends Action.InSchool {
    private static final int PAGE = 500;

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
                all(after -> desk.productions().list(dossier.id(), after, PAGE)),
                all(after -> desk.assessments().list(dossier.id(), after, PAGE)),
                own
                        ? all(after -> desk.assessments().drafts(dossier.id(), after, PAGE))
                                .size()
                        : 0);
    }

    private interface Pages<T> extends Function<@Nullable UUID, Page<T>> {
        @Override
        Page<T> apply(@Nullable UUID after);
    }

    private static <T> List<T> all(Pages<T> pages) {
        List<T> all = new ArrayList<>();
        UUID after = null;
        do {
            Page<T> page = pages.apply(after);
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return all;
    }
}
