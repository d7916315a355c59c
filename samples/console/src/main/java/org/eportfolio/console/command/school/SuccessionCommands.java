package org.eportfolio.console.command.school;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eportfolio.Page;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.FrameworkCatalog;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.School;
import org.eportfolio.console.view.Result;
import org.eportfolio.console.view.SuccessionView;
import org.eportfolio.core.FrameworkFile;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Crosswalk;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.framework.Succession;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What leads from one version of a framework to another: crosswalks and successions. */
public abstract class SuccessionCommands extends ConsoleCommand {
    protected SuccessionCommands(Session session) {
        super(session);
    }

    /** From one version to another. */
    public static final class Between {
        @Parameters(index = "0", paramLabel = "FROM")
        String from = "";

        @Parameters(index = "1", paramLabel = "TO")
        String to = "";

        Framework from(Lookup lookup) {
            return new FrameworkCatalog(Page.all(lookup.desk().frameworks()::list), lookup.texts()).find(from);
        }

        Framework to(Lookup lookup) {
            return new FrameworkCatalog(Page.all(lookup.desk().frameworks()::list), lookup.texts()).find(to);
        }
    }

    @Command(name = "crosswalk")
    public int crosswalk(@Mixin Between between) throws Exception {
        return show(lookup -> {
            Framework from = between.from(lookup);
            Framework to = between.to(lookup);
            Optional<Crosswalk> found = lookup.desk().frameworks().crosswalk(from.id(), to.id());
            return SuccessionView.of(found, from, to);
        });
    }

    /** Publishes which items replace which. */
    @Command(name = "succession")
    public int succession(@Parameters(index = "0", paramLabel = "FILE.json") Path file) throws Exception {
        return show(lookup -> {
            Succession succession = read(file);
            lookup.desk().successions().publish(succession);
            return Result.of(succession, say("succession.published", succession.from(), succession.to()));
        });
    }

    private static Succession read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return FrameworkFile.readSuccession(in);
        }
    }

    /** What it would mean: for a cohort, or for the whole school. */
    @Command(name = "preview")
    public int preview(
            @Mixin Between between, @Option(names = "--cohort", paramLabel = "COHORT") @Nullable String cohort)
            throws Exception {
        return show(lookup -> {
            FrameworkId from = between.from(lookup).id();
            FrameworkId to = between.to(lookup).id();
            return cohort == null
                    ? SuccessionView.of(lookup.desk().successions().preview(from, to))
                    : SuccessionView.of(
                            lookup.desk()
                                    .successions()
                                    .preview(from, to, lookup.cohort(cohort).id()),
                            lookup);
        });
    }

    /** Moves only the learners who are named. */
    @Command(name = "succeed")
    public int succeed(
            @Parameters(index = "0", paramLabel = "TO") String to,
            @Option(names = "--cohort", paramLabel = "COHORT", required = true) String cohort,
            @Parameters(index = "1..*", arity = "0..*", paramLabel = "LEARNER") @Nullable List<String> learners,
            @Option(names = "--everybody") boolean everybody)
            throws Exception {
        return show(lookup -> {
            CohortId id = lookup.cohort(cohort).id();
            PersonId[] asked = everybody
                    ? School.learners(lookup.desk(), id, lookup.now()).keySet().toArray(PersonId[]::new)
                    : given(learners).stream().map(PersonId::of).toArray(PersonId[]::new);
            Adoption adoption = lookup.adoption(to);
            List<DossierId> dossiers = lookup.desk().successions().continueUnder(adoption.id(), id, asked);
            return Result.of(
                    new Continued(adoption.framework(), dossiers),
                    texts().count("succession.continued", dossiers.size(), adoption.framework()));
        });
    }

    /** What {@code --json} writes. */
    public record Continued(FrameworkId framework, List<DossierId> dossiers) {}
}
