package org.eportfolio.console.command.school;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eportfolio.console.command.Action;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Finding;
import org.eportfolio.console.school.School;
import org.eportfolio.console.school.Whose;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.LearnerStatus;
import org.eportfolio.framework.Adoption;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens a learner's dossier, or those of a whole cohort, under what the school has adopted. */
@Command(name = "open")
public final class DossierOpenCommand extends Action.InSchool {
    /** One of the two. */
    static final class Whose {
        @Parameters(paramLabel = "LEARNER")
        @Nullable
        String learner;

        @Option(names = "--cohort", paramLabel = "COHORT")
        @Nullable
        String cohort;
    }

    @ArgGroup(multiplicity = "1")
    Whose whose = new Whose();

    @Option(names = "--framework", paramLabel = "ID")
    @Nullable
    String framework;

    public DossierOpenCommand(Session session) {
        super(session);
    }

    @Override
    public boolean answers() {
        return false;
    }

    @Override
    public void act(School school, Desk desk) {
        Adoption adoption = adoption(desk.frameworks().adoptions());
        List<PersonId> learners = new ArrayList<>();
        if (whose.learner != null) learners.add(PersonId.of(whose.learner));
        if (whose.cohort != null) {
            var cohort = Finding.by(desk, school, session.texts()).cohort(whose.cohort);
            learners.addAll(
                    School.learners(desk, cohort.id(), school.clock().instant()).keySet());
        }
        desk.together(joined -> {
            learners.forEach(each -> joined.dossiers().open(each, adoption.id(), LearnerStatus.SCHOOL));
            return true;
        });
        session.screen().line(session.texts().count("dossier.open", learners.size(), adoption.framework()));
    }

    private Adoption adoption(List<Adoption> adoptions) {
        List<Adoption> fitting = adoptions.stream()
                .filter(each -> framework == null
                        || each.framework().toString().equals(framework)
                        || each.framework().name().equals(framework))
                .toList();
        if (fitting.size() == 1) return fitting.get(0);
        String there = adoptions.stream()
                .map(each -> each.framework().toString())
                .distinct()
                .collect(Collectors.joining(", "));
        throw new Refusal(there.isEmpty() ? say("refused.no-adoption") : say("refused.which-adoption", there));
    }
}
