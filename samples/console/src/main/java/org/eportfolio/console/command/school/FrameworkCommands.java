package org.eportfolio.console.command.school;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eportfolio.Page;
import org.eportfolio.assessment.LevelPolicies;
import org.eportfolio.assessment.LevelPolicy;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.FrameworkCatalog;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.PolicyNames;
import org.eportfolio.console.school.ScaleCatalog;
import org.eportfolio.console.school.School;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.view.FrameworkListView;
import org.eportfolio.console.view.FrameworkView;
import org.eportfolio.console.view.Result;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.FrameworkDesk;
import org.eportfolio.core.FrameworkFile;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.framework.Scale;
import org.eportfolio.id.AdoptionId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Frameworks: those that ship and those of the file. */
@Command(name = "framework", synopsisSubcommandLabel = "COMMAND")
public final class FrameworkCommands extends SuccessionCommands {
    private static final String DEFAULT_POLICY = "latest-teacher-positioning";

    public FrameworkCommands(Session session) {
        super(session);
    }

    /** Needs no file, and makes none. */
    @Command(name = "list")
    int list() {
        List<Framework> published = List.of();
        List<Adoption> adoptions = List.of();
        if (session().options().place().isThere()) {
            try (School school = session().open()) {
                Desk desk = session().desk(school);
                published = Page.all(desk.frameworks()::list);
                adoptions = desk.frameworks().adoptions();
            }
        }
        return show(FrameworkListView.of(published, adoptions));
    }

    /** Needs no file, and makes none. */
    @Command(name = "show")
    int show(@Parameters(paramLabel = "ID") String id) {
        List<Framework> published = List.of();
        if (session().options().place().isThere()) {
            try (School school = session().open()) {
                published = Page.all(session().desk(school).frameworks()::list);
            }
        }
        return show(new FrameworkView(new FrameworkCatalog(published, texts()).find(id)));
    }

    /** Publishes a framework of the school's own. */
    @Command(name = "import")
    int bringIn(@Parameters(paramLabel = "FILE.json") Path file) throws Exception {
        return show(lookup -> {
            Framework framework;
            try (InputStream in = Files.newInputStream(file)) {
                framework = FrameworkFile.readFramework(in);
            }
            lookup.desk().frameworks().publish(framework);
            return imported(framework);
        });
    }

    /** Publishes a framework that ships, so that scenarios can name it, without adopting it. */
    @Command(name = "publish")
    int publish(@Parameters(paramLabel = "ID") String id) throws Exception {
        return show(lookup -> {
            Framework named = catalog(lookup).find(id);
            BundledFrameworks shipped = FrameworkCatalog.shipped(named)
                    .orElseThrow(() -> new Refusal(say("refused.not-shipped", named.id())));
            lookup.desk().frameworks().publish(shipped);
            return imported(named);
        });
    }

    /** What {@code --json} writes. */
    public record Adopted(AdoptionId adoption, FrameworkId framework, String scale, String policy) {}

    /** Adopts a framework on a scale, with the rule by which levels follow from positionings. */
    @Command(name = "adopt")
    int adopt(
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--scale", paramLabel = "SCALE", required = true) String scale,
            @Option(names = "--policy", paramLabel = "POLICY", defaultValue = DEFAULT_POLICY) String policy)
            throws Exception {
        return show(lookup -> {
            LevelPolicy rule = PolicyNames.find(policy)
                    .orElseThrow(() -> wrongUsage(say("wrong.policy", policy, LevelPolicies.MOST)));
            ScaleCatalog scales = ScaleCatalog.of(lookup, session().options().file());
            Scale chosen = scales.find(scale);
            Framework framework = catalog(lookup).find(id);
            FrameworkDesk desk = lookup.desk().frameworks();
            FrameworkId published =
                    FrameworkCatalog.shipped(framework).map(desk::publish).orElse(framework.id());
            AdoptionId adoption = desk.adopt(published, chosen, rule);
            scales.adopted(chosen);
            return Result.of(
                    new Adopted(adoption, framework.id(), chosen.id(), rule.name()),
                    say(
                            "framework.adoption",
                            framework.id(),
                            chosen.title(),
                            PolicyNames.inWords(rule.name(), texts())));
        });
    }

    private FrameworkCatalog catalog(Lookup lookup) {
        return new FrameworkCatalog(Page.all(lookup.desk().frameworks()::list), texts());
    }

    private Result imported(Framework framework) {
        return Result.of(
                framework,
                say(
                        "framework.imported",
                        framework.id(),
                        framework.title(),
                        framework.competencies().size()));
    }
}
