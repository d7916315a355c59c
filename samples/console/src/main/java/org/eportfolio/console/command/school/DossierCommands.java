package org.eportfolio.console.command.school;

import java.util.List;
import java.util.Objects;
import org.eportfolio.console.command.AdoptionOptions;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.School;
import org.eportfolio.console.view.DossierView;
import org.eportfolio.console.view.Result;
import org.eportfolio.dossier.LearnerStatus;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Learners' dossiers. */
@Command(name = "dossier", synopsisSubcommandLabel = "COMMAND")
public final class DossierCommands extends ConsoleCommand {
    public DossierCommands(Session session) {
        super(session);
    }

    @Command(name = "show")
    int show(@Parameters(paramLabel = "LEARNER") String learner) throws Exception {
        return show(lookup -> DossierView.of(learner, lookup));
    }

    /** Either a learner or a cohort. */
    static final class Learners {
        @Parameters(paramLabel = "LEARNER")
        @Nullable
        String learner;

        @Option(names = "--cohort", paramLabel = "COHORT")
        @Nullable
        String cohort;

        List<PersonId> in(Lookup lookup) {
            if (cohort == null) return List.of(PersonId.of(Objects.requireNonNull(learner)));
            Cohort found = lookup.cohort(cohort);
            return List.copyOf(
                    School.learners(lookup.desk(), found.id(), lookup.now()).keySet());
        }
    }

    /** What {@code --json} writes. */
    public record Opened(FrameworkId framework, List<PersonId> learners) {}

    /** Opens a learner's dossier, or those of a whole cohort, under a framework that the school has adopted. */
    @Command(name = "open")
    int open(@ArgGroup(multiplicity = "1") Learners chosen, @Mixin AdoptionOptions under) throws Exception {
        return show(lookup -> {
            Adoption adoption = under.required(lookup);
            List<PersonId> learners = chosen.in(lookup);
            lookup.desk().together(joined -> {
                learners.forEach(each -> joined.dossiers().open(each, adoption.id(), LearnerStatus.SCHOOL));
                return true;
            });
            return Result.of(
                    new Opened(adoption.framework(), learners),
                    texts().count("dossier.open", learners.size(), adoption.framework()));
        });
    }
}
