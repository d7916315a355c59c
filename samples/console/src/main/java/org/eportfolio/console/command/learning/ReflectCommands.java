package org.eportfolio.console.command.learning;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eportfolio.console.command.Citing;
import org.eportfolio.console.command.Commands;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.command.Where;
import org.eportfolio.console.school.Finding;
import org.eportfolio.console.school.Pick;
import org.eportfolio.console.school.Things;
import org.eportfolio.console.school.Whose;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.console.view.Form;
import org.eportfolio.console.view.Told;
import org.eportfolio.core.ReflectionDesk;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.Setting;
import org.eportfolio.reflection.NewReflection;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.ReflectionDraft;
import org.eportfolio.reflection.ReflectionTemplate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reflections on one precise action, guided by a template's questions. */
@Command(name = "reflect", synopsisSubcommandLabel = "COMMAND")
public final class ReflectCommands extends Commands {
    public ReflectCommands(Session session) {
        super(session);
    }

    /** Answers, given one by one, or in a form from a file or from standard input ({@code -}). */
    static final class Answers {
        @Option(names = "--answer", paramLabel = "QUESTION=TEXT")
        Map<String, String> given = new LinkedHashMap<>();

        @Option(names = "--from", paramLabel = "FORM")
        @Nullable
        Path form;

        @Mixin
        Citing citing = new Citing();

        NewReflection into(NewReflection content, Things things) throws IOException {
            NewReflection next = content;
            if (form != null) {
                for (Map.Entry<String, String> each : Form.read(form).answers().entrySet()) {
                    next = next.answering(each.getKey(), each.getValue());
                }
            }
            for (Map.Entry<String, String> each : given.entrySet()) {
                next = next.answering(each.getKey(), each.getValue());
            }
            for (Citation each : things.cited(citing.productions)) next = next.citing(each);
            return next;
        }
    }

    /** The templates there are, or the questions of one as a form to fill in. */
    @Command(name = "template")
    int template(@Parameters(paramLabel = "TEMPLATE", arity = "0..1") @Nullable String template) throws Exception {
        return show(finding -> {
            List<ReflectionTemplate> there = finding.desk().reflections().templates();
            String language = texts().locale().getLanguage();
            if (template == null) {
                return Told.each(
                        there,
                        each -> Words.bold(each.id().toString())
                                .and("  " + each.title().get(language)),
                        "");
            }
            ReflectionTemplate meant = named(template, there);
            return new Told(meant, Form.toFillIn(meant.in(language)));
        });
    }

    private ReflectionTemplate named(String template, List<ReflectionTemplate> there) {
        return new Pick<>(there, each -> each.id(), each -> each.id().name(), texts()).named(template);
    }

    @Command(name = "draft")
    int draft(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "ACTION") String action,
            @Option(names = "--template", paramLabel = "TEMPLATE", defaultValue = "free") String template,
            @Mixin Where where,
            @Mixin Answers answers)
            throws Exception {
        return show(finding -> {
            Things things = finding.of(whose);
            Setting lived = where.setting(things);
            if (lived == null) throw new Refusal(say("reflect.where"));
            ReflectionDesk desk = finding.desk().reflections();
            NewReflection content = NewReflection.on(action, lived)
                    .guidedBy(
                            named(template, desk.templates()).id().toString(),
                            texts().locale().getLanguage());
            ReflectionDraft kept = desk.draft(things.id(), answers.into(content, things));
            return Told.of(kept, Words.of(say("reflect.draft", action)).and(Pick.marked(kept.id())));
        });
    }

    /** Adds answers to a draft. */
    @Command(name = "answer")
    int answer(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "REFLECTION") String reflection,
            @Mixin Answers answers)
            throws Exception {
        return show(finding -> {
            Things things = finding.of(whose);
            ReflectionDraft seen = things.reflectionDraft(reflection);
            ReflectionDraft kept = finding.desk().reflections().save(seen, answers.into(seen.content(), things));
            return Told.of(
                    kept,
                    say(
                            "reflect.answered",
                            kept.content().answers().size(),
                            kept.guide().questions().size()));
        });
    }

    @Command(name = "share")
    int share(@Mixin Whose whose, @Parameters(index = "1", paramLabel = "REFLECTION") String reflection)
            throws Exception {
        return show(finding -> {
            Reflection shared =
                    finding.desk().reflections().share(finding.of(whose).reflectionDraft(reflection));
            return Told.of(shared, say("reflect.shared", shared.action()));
        });
    }

    /** All that are shared, or one with its answers and every cycle. */
    @Command(name = "show")
    int show(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "REFLECTION", arity = "0..1") @Nullable String reflection)
            throws Exception {
        return show(finding -> {
            Things things = finding.of(whose);
            ReflectionDesk desk = finding.desk().reflections();
            if (reflection == null) {
                return Told.each(things.all(desk::list), each -> title(each, finding), say("reflect.none"));
            }
            return Told.all(
                    desk.cycles(things.id(), things.reflection(reflection).id()),
                    each -> told(each, finding),
                    say("reflect.none"));
        });
    }

    private static Words title(Reflection each, Finding finding) {
        return Words.faint(finding.day(each.sharedAt()) + "  ")
                .and(Words.bold(each.action()))
                .and(Words.faint("  " + each.guide().title()))
                .and(Pick.marked(each.id()));
    }

    private static List<Words> told(Reflection each, Finding finding) {
        List<Words> lines = new ArrayList<>(List.of(title(each, finding)));
        lines.addAll(Form.answered(each.guide(), each.current().answers()));
        return lines;
    }
}
