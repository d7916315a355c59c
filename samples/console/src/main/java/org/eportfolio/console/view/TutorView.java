package org.eportfolio.console.view;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eportfolio.Message;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.PersonNames;
import org.eportfolio.console.school.Selector;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Version;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Level;
import org.eportfolio.framework.LevelId;
import org.eportfolio.guidance.Bilan;
import org.eportfolio.guidance.EarlierAnswer;
import org.eportfolio.guidance.TutorAnswer;
import org.eportfolio.guidance.TutorForm;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.showcase.Displayed;
import org.eportfolio.workplace.ShownWork;
import org.jspecify.annotations.Nullable;

/** Workplace periods in words: the tutor's form, and what the team reads of it. */
public final class TutorView {
    private TutorView() {}

    public static Result form(TutorForm form, Lookup lookup) {
        return Result.of(form, (screen, texts) -> {
            screen.line(StyledText.bold(form.employer())
                    .and(form.learner() == null ? "" : "   " + form.learner())
                    .and("   " + texts.say("tutor.lasting", form.from(), form.until())));
            screen.line(StyledText.faint(phase(form.phase(), form.until(), form.readableUntil(), texts)));
            answers(form.answer(), screen, texts);
            if (!form.asked().isEmpty()) {
                screen.blank();
                screen.line(StyledText.bold(texts.say("tutor.levels")));
            }
            Map<Code, LevelId> given =
                    form.answer() == null ? Map.of() : form.answer().levels();
            for (WorkplacePeriod.Asked each : form.asked()) {
                LevelId level = given.get(each.competency());
                screen.line(StyledText.of("  ")
                        .and(StyledText.bold(each.competency().value()))
                        .and("  " + each.words() + "  ")
                        .and(LevelSymbols.describe(null, find(level, form.levels()), texts)));
            }
            for (Level each : form.asked().isEmpty() ? List.<Level>of() : form.levels()) {
                screen.line(StyledText.faint("      " + each.id() + " : " + each.symbol() + " " + each.label() + " — "
                        + each.description()));
            }
            if (!form.shown().isEmpty()) {
                screen.blank();
                screen.line(StyledText.bold(texts.say("tutor.shown")));
            }
            for (Displayed.Made each : form.shown()) {
                for (Version version : each.versions()) screen.line("  " + version.title());
                if (!each.words().isBlank()) screen.line("    " + each.words());
            }
            if (!form.days().isEmpty()) {
                screen.blank();
                screen.line(StyledText.bold(texts.say("tutor.days")));
                WorkplaceView.days(form.days(), texts).print(screen, texts);
            }
            TutorForm.Concluded bilan = form.bilan();
            if (bilan != null) {
                screen.blank();
                screen.line(
                        StyledText.bold(texts.say("tutor.bilan", bilan.heldOn(), String.join(", ", bilan.present()))));
                screen.line("  " + bilan.conclusion());
            }
        });
    }

    /** A production that is shown to a tutor, if it is still there. */
    public static StyledText shown(ShownWork shown, @Nullable Production production, Texts texts) {
        return StyledText.of(
                        production == null
                                ? texts.say("tutor.shown-elsewhere")
                                : production.version(shown.version()).title())
                .and(shown.words().isBlank() ? "" : "  " + shown.words());
    }

    private static @Nullable Level find(@Nullable LevelId id, List<Level> levels) {
        return levels.stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
    }

    private static String phase(
            WorkplacePeriod.Phase phase, java.time.LocalDate until, java.time.LocalDate readable, Texts texts) {
        return texts.say("tutor." + phase, until, readable);
    }

    private static void answers(@Nullable TutorAnswer answer, Screen screen, Texts texts) {
        List<String> given = answer == null ? List.of() : List.of(answer.alone(), answer.help(), answer.advice());
        List<Message> questions = TutorForm.questions();
        for (int i = 0; i < questions.size(); i++) {
            screen.line(
                    StyledText.of("  ").and(StyledText.faint(questions.get(i).in(texts.locale()))));
            if (!given.isEmpty() && !given.get(i).isBlank()) screen.line("    " + given.get(i));
        }
        if (answer != null) screen.line("  " + texts.say("tutor.signed", answer.name()));
    }

    /** What a tutor answered before they were asked again. */
    public static Result earlier(List<EarlierAnswer> answers, Lookup lookup) {
        return Result.of(answers, (screen, texts) -> {
            if (answers.isEmpty()) screen.line(texts.say("tutor.no-earlier"));
            for (EarlierAnswer each : answers) {
                screen.line(StyledText.bold(lookup.day(each.answer().at())));
                answers(each.answer(), screen, texts);
            }
        });
    }

    public static Result periods(List<WorkplacePeriod> periods, DossierItems own) {
        Scales scales = Scales.of(own.lookup());
        PersonNames called = PersonNames.of(
                periods.stream()
                        .map(WorkplacePeriod::bilan)
                        .flatMap(bilan -> bilan == null ? Stream.of() : Stream.of(bilan.teacher(), bilan.learner())),
                own.lookup());
        return Result.of(periods, (screen, texts) -> {
            screen.line(StyledText.bold(texts.say("tutor.periods", own.learner())));
            if (periods.isEmpty()) screen.line("  " + texts.say("tutor.none"));
            for (WorkplacePeriod each : periods) {
                screen.line(StyledText.bold(each.employer())
                        .and("   " + texts.say("tutor.nature." + each.nature()) + ", ")
                        .and(texts.say("tutor.lasting", each.from(), each.until()))
                        .and(Selector.marked(each.id())));
                screen.line(StyledText.faint(
                        "  " + phase(each.phase(own.lookup().today()), each.until(), each.readableUntil(), texts)));
                TutorAnswer answer = each.answer();
                if (answer != null) {
                    answers(answer, screen, texts);
                    answer.levels()
                            .forEach((code, level) -> screen.line(StyledText.of("  ")
                                    .and(StyledText.bold(code.value()))
                                    .and("  ")
                                    .and(scales.level(level, each.adoption()))));
                }
                Bilan bilan = each.bilan();
                if (bilan != null) {
                    String present = bilan.tutor() + ", " + called.names(List.of(bilan.teacher(), bilan.learner()));
                    screen.line(StyledText.bold("  " + texts.say("tutor.bilan", bilan.heldOn(), present)));
                    screen.line("    " + bilan.conclusion());
                }
            }
        });
    }
}
