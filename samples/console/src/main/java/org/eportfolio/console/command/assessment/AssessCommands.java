package org.eportfolio.console.command.assessment;

import java.util.List;
import java.util.Objects;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.assessment.SelfAssessmentDraft;
import org.eportfolio.console.command.CitedProductions;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.DossierArguments;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.school.Selector;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.LevelSymbols;
import org.eportfolio.console.view.Result;
import org.eportfolio.core.AssessmentDesk;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.LevelId;
import org.eportfolio.framework.Scale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The learner's own judgement: a draft is private, and what is published does not change. */
@Command(name = "assess", synopsisSubcommandLabel = "COMMAND")
public final class AssessCommands extends ConsoleCommand {
    public AssessCommands(Session session) {
        super(session);
    }

    /** What the learner says. */
    static final class Said {
        @Option(names = "--because", paramLabel = "TEXT")
        @Nullable
        String because;

        @Option(names = "--strengths", paramLabel = "TEXT")
        @Nullable
        String strengths;

        @Option(names = "--gaps", paramLabel = "TEXT")
        @Nullable
        String gaps;

        @Mixin
        CitedProductions citing = new CitedProductions();

        NewSelfAssessment on(String competency, @Nullable String level, DossierItems items) {
            return new NewSelfAssessment(
                    Code.of(competency),
                    level == null ? null : LevelId.of(level),
                    because,
                    strengths,
                    gaps,
                    List.of(items.cited(citing.productions)),
                    null,
                    null,
                    null);
        }
    }

    @Command(name = "draft")
    int draft(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "COMPETENCY") String competency,
            @Parameters(index = "2", paramLabel = "LEVEL", arity = "0..1") @Nullable String level,
            @Mixin Said said)
            throws Exception {
        return show(lookup -> {
            DossierItems items = lookup.of(target);
            SelfAssessmentDraft kept = lookup.desk().assessments().draft(items.id(), said.on(competency, level, items));
            return Result.of(
                    kept, StyledText.of(say("assess.draft", competency)).and(Selector.marked(kept.id())));
        });
    }

    @Command(name = "drafts")
    int drafts(@Mixin DossierArguments target) throws Exception {
        return show(lookup -> Result.each(
                lookup.of(target).all(lookup.desk().assessments()::drafts),
                each -> StyledText.faint(lookup.day(each.savedAt()) + "  ")
                        .and(StyledText.bold(each.content().competency().value()))
                        .and("  " + Objects.requireNonNullElse(each.content().because(), ""))
                        .and(Selector.marked(each.id())),
                say("assess.none")));
    }

    /** Publishes what is said here, or with {@code --draft} what was kept. */
    @Command(name = "publish")
    int publish(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "COMPETENCY") String competency,
            @Parameters(index = "2", paramLabel = "LEVEL", arity = "0..1") @Nullable String level,
            @Mixin Said said,
            @Option(names = "--draft") boolean kept)
            throws Exception {
        return show(lookup -> {
            DossierItems items = lookup.of(target);
            AssessmentDesk desk = lookup.desk().assessments();
            Assessment published = kept
                    ? desk.publish(items.selfAssessment(competency))
                    : desk.publish(items.id(), said.on(competency, level, items));
            Scale scale = lookup.desk().progress().of(items.id()).adoption().scale();
            return Result.of(
                    published,
                    StyledText.of(say("assess.published", published.competency()) + " ")
                            .and(LevelSymbols.describe(
                                    published.outcome(),
                                    published.level() == null ? null : scale.require(published.level()),
                                    texts())));
        });
    }
}
