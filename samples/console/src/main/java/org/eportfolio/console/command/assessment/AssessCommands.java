package org.eportfolio.console.command.assessment;

import java.util.List;
import java.util.Objects;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.assessment.SelfAssessmentDraft;
import org.eportfolio.console.command.Citing;
import org.eportfolio.console.command.Commands;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Pick;
import org.eportfolio.console.school.Things;
import org.eportfolio.console.school.Whose;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.console.view.Symbols;
import org.eportfolio.console.view.Told;
import org.eportfolio.core.AssessmentDesk;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.LevelId;
import org.eportfolio.framework.Scale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The learner's own judgement: nobody else sees it before it is published, nobody changes it after. */
@Command(name = "assess", synopsisSubcommandLabel = "COMMAND")
public final class AssessCommands extends Commands {
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
        Citing citing = new Citing();

        NewSelfAssessment on(String competency, @Nullable String level, Things things) {
            return new NewSelfAssessment(
                    Code.of(competency),
                    level == null ? null : LevelId.of(level),
                    because,
                    strengths,
                    gaps,
                    List.of(things.cited(citing.productions)),
                    null,
                    null,
                    null);
        }
    }

    @Command(name = "draft")
    int draft(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "COMPETENCY") String competency,
            @Parameters(index = "2", paramLabel = "LEVEL", arity = "0..1") @Nullable String level,
            @Mixin Said said)
            throws Exception {
        return show(finding -> {
            Things things = finding.of(whose);
            SelfAssessmentDraft kept =
                    finding.desk().assessments().draft(things.id(), said.on(competency, level, things));
            return Told.of(kept, Words.of(say("assess.draft", competency)).and(Pick.marked(kept.id())));
        });
    }

    @Command(name = "drafts")
    int drafts(@Mixin Whose whose) throws Exception {
        return show(finding -> Told.each(
                finding.of(whose).all(finding.desk().assessments()::drafts),
                each -> Words.faint(finding.day(each.savedAt()) + "  ")
                        .and(Words.bold(each.content().competency().value()))
                        .and("  " + Objects.requireNonNullElse(each.content().because(), ""))
                        .and(Pick.marked(each.id())),
                say("assess.none")));
    }

    /** Publishes what is said here, or with {@code --draft} what was kept. */
    @Command(name = "publish")
    int publish(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "COMPETENCY") String competency,
            @Parameters(index = "2", paramLabel = "LEVEL", arity = "0..1") @Nullable String level,
            @Mixin Said said,
            @Option(names = "--draft") boolean kept)
            throws Exception {
        return show(finding -> {
            Things things = finding.of(whose);
            AssessmentDesk desk = finding.desk().assessments();
            Assessment published = kept
                    ? desk.publish(things.selfAssessment(competency))
                    : desk.publish(things.id(), said.on(competency, level, things));
            Scale scale = finding.desk().progress().of(things.id()).adoption().scale();
            return Told.of(
                    published,
                    Words.of(say("assess.published", published.competency()) + " ")
                            .and(Symbols.told(
                                    published.outcome(),
                                    published.level() == null ? null : scale.require(published.level()),
                                    texts())));
        });
    }
}
