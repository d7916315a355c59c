package org.eportfolio.console.command.school;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eportfolio.console.command.Commands;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Finding;
import org.eportfolio.console.school.School;
import org.eportfolio.console.school.Shelf;
import org.eportfolio.console.terminal.Fields;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.view.SuccessionView;
import org.eportfolio.console.view.Told;
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

/** What lies between framework versions: crosswalks, and who takes whose place. */
@Command(name = "framework", synopsisSubcommandLabel = "COMMAND")
public final class FrameworkCommands extends Commands {
    public FrameworkCommands(Session session) {
        super(session);
    }

    /** From one version to another. */
    static final class Between {
        @Parameters(index = "0", paramLabel = "FROM")
        String from = "";

        @Parameters(index = "1", paramLabel = "TO")
        String to = "";

        Framework from(Finding finding) {
            return new Shelf(finding.desk().frameworks().list(), finding.texts()).find(from);
        }

        Framework to(Finding finding) {
            return new Shelf(finding.desk().frameworks().list(), finding.texts()).find(to);
        }
    }

    @Command(name = "crosswalk")
    int crosswalk(@Mixin Between between) throws Exception {
        return show(finding -> {
            Framework from = between.from(finding);
            Framework to = between.to(finding);
            Optional<Crosswalk> found = finding.desk().frameworks().crosswalk(from.id(), to.id());
            return SuccessionView.of(found, from, to);
        });
    }

    /** Publishes what takes the place of what. */
    @Command(name = "succession")
    int succession(@Parameters(index = "0", paramLabel = "FILE.json") Path file) throws Exception {
        return show(finding -> {
            Succession succession = read(file);
            finding.desk().successions().publish(succession);
            return Told.of(succession, say("succession.published", succession.from(), succession.to()));
        });
    }

    private static Succession read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return FrameworkFile.readSuccession(in);
        }
    }

    /** What it would mean: for a cohort, or for the whole school. */
    @Command(name = "preview")
    int preview(@Mixin Between between, @Option(names = "--cohort", paramLabel = "COHORT") @Nullable String cohort)
            throws Exception {
        return show(finding -> {
            FrameworkId from = between.from(finding).id();
            FrameworkId to = between.to(finding).id();
            return cohort == null
                    ? SuccessionView.of(finding.desk().successions().preview(from, to))
                    : SuccessionView.of(
                            finding.desk()
                                    .successions()
                                    .preview(from, to, finding.cohort(cohort).id()),
                            finding);
        });
    }

    /** Nobody is moved who was not asked for. */
    @Command(name = "succeed")
    int succeed(
            @Parameters(index = "0", paramLabel = "TO") String to,
            @Option(names = "--cohort", paramLabel = "COHORT", required = true) String cohort,
            @Parameters(index = "1..*", arity = "0..*", paramLabel = "LEARNER") @Nullable List<String> learners,
            @Option(names = "--everybody") boolean everybody)
            throws Exception {
        return show(finding -> {
            CohortId id = finding.cohort(cohort).id();
            PersonId[] asked = everybody
                    ? School.learners(finding.desk(), id, finding.now())
                            .keySet()
                            .toArray(PersonId[]::new)
                    : given(learners).stream().map(PersonId::of).toArray(PersonId[]::new);
            Adoption adoption = adoption(to, finding);
            List<DossierId> dossiers = finding.desk().successions().continueUnder(adoption.id(), id, asked);
            return Told.of(
                    Fields.of("framework", adoption.framework(), "dossiers", dossiers),
                    texts().count("succession.continued", dossiers.size(), adoption.framework()));
        });
    }

    /** The newest adoption of a version. */
    private Adoption adoption(String framework, Finding finding) {
        List<Adoption> adoptions = finding.desk().frameworks().adoptions();
        return adoptions.stream()
                .filter(each -> Shelf.named(each.framework(), framework))
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new Refusal(
                        adoptions.isEmpty()
                                ? say("refused.no-adoption")
                                : say(
                                        "refused.not-adopted",
                                        framework,
                                        adoptions.stream()
                                                .map(each -> each.framework().toString())
                                                .distinct()
                                                .collect(Collectors.joining(", ")))));
    }
}
