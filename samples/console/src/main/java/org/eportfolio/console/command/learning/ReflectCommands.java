package org.eportfolio.console.command.learning;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eportfolio.console.command.CitedProductions;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.HelpOptions;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.command.SettingOptions;
import org.eportfolio.console.school.DossierArguments;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.school.FilterOptions;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.Selector;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.DossierView;
import org.eportfolio.console.view.GuideText;
import org.eportfolio.console.view.Result;
import org.eportfolio.core.ReflectionDesk;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.HelpStatement;
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
public final class ReflectCommands extends ConsoleCommand {
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
        CitedProductions citing = new CitedProductions();

        @Mixin
        HelpOptions stated = new HelpOptions();

        NewReflection into(NewReflection content, DossierItems items) throws IOException {
            NewReflection next = content;
            if (form != null) {
                for (Map.Entry<String, String> each :
                        GuideText.read(form).answers().entrySet()) {
                    next = next.answering(each.getKey(), each.getValue());
                }
            }
            for (Map.Entry<String, String> each : given.entrySet()) {
                next = next.answering(each.getKey(), each.getValue());
            }
            for (Citation each : items.cited(citing.productions)) next = next.citing(each);
            HelpStatement help = stated.statement(items.lookup().texts());
            return help == null ? next : next.stating(help);
        }
    }

    /** The language of the console where the template has it; otherwise the template's first. */
    private String language(ReflectionTemplate template) {
        String own = texts().locale().getLanguage();
        Set<String> there = template.title().keySet();
        return there.contains(own) ? own : there.iterator().next();
    }

    /** The templates there are, or the questions of one as a form to fill in. */
    @Command(name = "template")
    int template(@Parameters(paramLabel = "TEMPLATE", arity = "0..1") @Nullable String template) throws Exception {
        return show(lookup -> {
            List<ReflectionTemplate> there = lookup.desk().reflections().templates();
            if (template == null) {
                return Result.each(
                        there,
                        each -> StyledText.bold(each.id().toString())
                                .and("  " + each.title().get(language(each))),
                        "");
            }
            ReflectionTemplate meant = named(template, there);
            return Result.of(meant, GuideText.toFillIn(meant.in(language(meant))));
        });
    }

    private ReflectionTemplate named(String template, List<ReflectionTemplate> there) {
        return new Selector<>(there, each -> each.id(), each -> each.id().name(), texts()).named(template);
    }

    @Command(name = "draft")
    int draft(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "ACTION") String action,
            @Option(names = "--template", paramLabel = "TEMPLATE", defaultValue = "free") String template,
            @Mixin SettingOptions where,
            @Mixin Answers answers)
            throws Exception {
        return show(lookup -> {
            DossierItems items = lookup.of(target);
            Setting lived = where.setting(items);
            if (lived == null) throw new Refusal(say("reflect.where"));
            ReflectionDesk desk = lookup.desk().reflections();
            NewReflection content = NewReflection.on(action, lived)
                    .guidedBy(
                            named(template, desk.templates()).id().toString(),
                            language(named(template, desk.templates())));
            ReflectionDraft kept = desk.draft(items.id(), answers.into(content, items));
            return Result.of(kept, StyledText.of(say("reflect.draft", action)).and(Selector.marked(kept.id())));
        });
    }

    /** Adds answers to a draft. */
    @Command(name = "answer")
    int answer(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "REFLECTION") String reflection,
            @Mixin Answers answers)
            throws Exception {
        return show(lookup -> {
            DossierItems items = lookup.of(target);
            ReflectionDraft seen = items.reflectionDraft(reflection);
            ReflectionDraft kept = lookup.desk().reflections().save(seen, answers.into(seen.content(), items));
            return Result.of(
                    kept,
                    say(
                            "reflect.answered",
                            kept.content().answers().size(),
                            kept.guide().questions().size()));
        });
    }

    @Command(name = "share")
    int share(@Mixin DossierArguments target, @Parameters(index = "1", paramLabel = "REFLECTION") String reflection)
            throws Exception {
        return show(lookup -> {
            Reflection shared =
                    lookup.desk().reflections().share(lookup.of(target).reflectionDraft(reflection));
            return Result.of(shared, say("reflect.shared", shared.action()));
        });
    }

    /** All that are shared, or one with its answers and every cycle. */
    @Command(name = "show")
    int show(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "REFLECTION", arity = "0..1") @Nullable String reflection,
            @Mixin FilterOptions wanted)
            throws Exception {
        return show(lookup -> {
            DossierItems items = lookup.of(target);
            ReflectionDesk desk = lookup.desk().reflections();
            if (reflection == null) {
                return Result.each(items.all(desk::list, wanted), each -> title(each, lookup), say("reflect.none"));
            }
            return Result.all(
                    desk.cycles(items.id(), items.reflection(reflection).id()),
                    each -> describe(each, lookup),
                    say("reflect.none"));
        });
    }

    private static StyledText title(Reflection each, Lookup lookup) {
        return StyledText.faint(lookup.day(each.sharedAt()) + "  ")
                .and(StyledText.bold(each.action()))
                .and(StyledText.faint("  " + each.guide().title()))
                .and(Selector.marked(each.id()));
    }

    private List<StyledText> describe(Reflection each, Lookup lookup) {
        List<StyledText> lines = new ArrayList<>(List.of(title(each, lookup)));
        lines.addAll(GuideText.answered(each.guide(), each.current().answers()));
        lines.addAll(DossierView.help(each.current().helpStated(), texts()));
        return lines;
    }
}
