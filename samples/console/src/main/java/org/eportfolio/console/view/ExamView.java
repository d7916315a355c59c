package org.eportfolio.console.view;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eportfolio.Page;
import org.eportfolio.certification.Advice;
import org.eportfolio.certification.Choice;
import org.eportfolio.certification.ExamFile;
import org.eportfolio.certification.ExamUse;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.school.PersonNames;
import org.eportfolio.console.school.Selector;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.dossier.Production;
import org.eportfolio.framework.Code;
import org.eportfolio.id.ExamFileId;
import org.eportfolio.showcase.Showcase;
import org.jspecify.annotations.Nullable;

/** Exam files in words: what was chosen, what was advised. */
public final class ExamView {
    private ExamView() {}

    /** What {@code --json} writes. */
    public record ExamAnswer(List<ExamFile> files, Map<ExamFileId, List<Advice>> advice) {}

    public static Result of(List<ExamFile> files, DossierItems own) {
        Map<Object, String> titles = new HashMap<>();
        for (Production each : own.all(own.desk().productions()::list)) titles.put(each.id(), each.title());
        for (Showcase each : own.all(own.desk().showcases()::list)) titles.put(each.id(), each.title());
        own.all(own.desk().assessments()::list)
                .forEach(each -> titles.put(each.id(), each.competency().value()));
        Map<ExamFileId, List<Advice>> advice = new LinkedHashMap<>();
        for (ExamFile each : files) advice.put(each.id(), advice(each, own));
        PersonNames called =
                PersonNames.of(advice.values().stream().flatMap(List::stream).map(Advice::by), own.lookup());
        return Result.of(new ExamAnswer(files, advice), (screen, texts) -> {
            if (files.isEmpty()) screen.line(texts.say("exam.none"));
            for (ExamFile each : files) {
                screen.line(StyledText.bold(each.unit().title())
                        .and("   "
                                + each.unit().blocs().stream().map(Code::value).collect(Collectors.joining(", ")))
                        .and(Selector.marked(each.id())));
                use(each.use(), screen, texts);
                if (each.choices().isEmpty()) screen.line("  " + texts.say("exam.nothing-chosen"));
                for (Choice choice : each.choices()) screen.line("  - " + describe(choice, titles, texts));
                for (Advice said : advice.getOrDefault(each.id(), List.of())) {
                    screen.line(StyledText.of("  " + texts.say("exam.advice", called.name(said.by()), said.text())));
                }
            }
        });
    }

    /** What the school states of these files, in its own words. */
    static void use(@Nullable ExamUse use, Screen screen, Texts texts) {
        if (use == null) return;
        screen.line(StyledText.of("  " + texts.say("exam.use", use.mode(), use.text())));
        screen.line(StyledText.faint("  " + texts.say("exam.no-value")));
    }

    private static List<Advice> advice(ExamFile file, DossierItems own) {
        return Page.all(next -> own.desk().seals().advice(own.id(), file.id(), next));
    }

    private static String describe(Choice choice, Map<Object, String> titles, Texts texts) {
        if (choice instanceof Choice.OfProduction of) {
            return texts.say("exam.production", title(of.production(), titles), of.version());
        }
        if (choice instanceof Choice.OfNarrative of) {
            return texts.say("exam.narrative", title(of.showcase(), titles));
        }
        return texts.say("exam.self-assessment", title(((Choice.OfSelfAssessment) choice).assessment(), titles));
    }

    private static String title(Object id, Map<Object, String> titles) {
        return titles.getOrDefault(id, id.toString());
    }
}
