package org.eportfolio.web.dossier;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.access.HeldPermissions;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Setting;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.MissionId;
import org.eportfolio.id.Ref;
import org.eportfolio.id.ReflectionId;
import org.eportfolio.reflection.Answer;
import org.eportfolio.reflection.Guide;
import org.eportfolio.reflection.NewReflection;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.ReflectionDraft;
import org.eportfolio.reflection.ReflectionTemplate;
import org.eportfolio.reflection.Subject;
import org.eportfolio.school.Reach;
import org.eportfolio.web.look.Choice;
import org.eportfolio.web.look.Fields;
import org.eportfolio.web.look.FormErrors;
import org.eportfolio.web.look.People;
import org.eportfolio.web.look.Sending;
import org.eportfolio.web.look.Where;
import org.eportfolio.web.look.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A learner looks back on one action, guided by questions: a draft for themselves, then shared with the team. */
@Controller
final class ReflectionPage {
    private static final String ANSWER = "answer.";
    private static final String MISSION = "mission:";
    private static final String WORKPLACE = "workplace";
    private static final String FREE = "free@1";

    private final Words words;

    ReflectionPage(Words words) {
        this.words = words;
    }

    /** What was typed, but for the answers. {@code setting} is where it was lived, {@code place} the workplace. */
    record ReflectionForm(
            @Nullable String action,
            @Nullable String setting,
            @Nullable String place,
            @Nullable String template,
            @Nullable String draft,
            @Nullable String act,
            @Nullable String key) {}

    /** A question with what was answered to it. */
    record Asked(String field, String text, @Nullable String hint, boolean required, String answer) {}

    @GetMapping("/dossiers/{dossier}/reflection")
    String form(
            Desk desk,
            @PathVariable DossierId dossier,
            @RequestParam(required = false) @Nullable ReflectionId draft,
            @RequestParam(required = false) @Nullable String template,
            Model model) {
        if (draft != null) return goOn(desk, desk.reflections().getDraft(dossier, draft), model);
        ReflectionForm empty = new ReflectionForm("", "", "", template, null, null, Sending.newKey());
        return shown(desk, dossier, empty, Map.of(), FormErrors.NONE, model);
    }

    private static String goOn(Desk desk, ReflectionDraft draft, Model model) {
        NewReflection content = draft.content();
        Map<String, String> answers = new HashMap<>();
        for (Answer each : content.answers()) answers.put(ANSWER + each.question(), each.text());
        Setting setting = content.setting();
        ReflectionForm form = new ReflectionForm(
                content.action(),
                setting instanceof Setting.Mission in
                        ? MISSION + in.scenario() + "/" + in.mission()
                        : setting instanceof Setting.Workplace ? WORKPLACE : "",
                setting instanceof Setting.Workplace at ? at.place() : "",
                content.template().toString(),
                draft.id().toString(),
                null,
                Sending.newKey());
        return shown(desk, draft.dossier(), form, answers, FormErrors.NONE, model);
    }

    private static String shown(
            Desk desk,
            DossierId dossier,
            ReflectionForm form,
            Map<String, String> sent,
            FormErrors errors,
            Model model) {
        List<ReflectionTemplate> templates = desk.reflections().templates();
        Guide guide = guide(templates, form.template());
        model.addAttribute("dossier", dossier.toString());
        model.addAttribute("template", guide.template().toString());
        model.addAttribute("guideLanguage", guide.language());
        model.addAttribute(
                "templates",
                templates.stream()
                        .map(each -> new Choice(
                                each.id().toString(), each.in(spoken(each)).title()))
                        .toList());
        model.addAttribute(
                "questions",
                guide.questions().stream()
                        .map(each -> new Asked(
                                ANSWER + each.id(),
                                each.text(),
                                each.hint(),
                                each.required(),
                                sent.getOrDefault(ANSWER + each.id(), "")))
                        .toList());
        model.addAttribute("missions", missions(desk, dossier));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "reflection";
    }

    private static List<Choice> missions(Desk desk, DossierId dossier) {
        return desk.missions().of(dossier).stream()
                .map(each ->
                        new Choice(MISSION + each.mission().id(), each.mission().title()))
                .toList();
    }

    /** The questions asked for, or those of the free text, in the language of the page as far as they speak it. */
    private static Guide guide(List<ReflectionTemplate> templates, @Nullable String wanted) {
        String id = wanted == null || wanted.isBlank() ? FREE : wanted;
        ReflectionTemplate found = templates.stream()
                .filter(each -> each.id().toString().equals(id))
                .findFirst()
                .orElse(templates.get(0));
        return found.in(spoken(found));
    }

    private static String spoken(ReflectionTemplate template) {
        String wanted = Words.language().getLanguage();
        return template.title().containsKey(wanted)
                ? wanted
                : template.title().keySet().iterator().next();
    }

    @PostMapping("/dossiers/{dossier}/reflection")
    String keep(
            Desk desk,
            @PathVariable DossierId dossier,
            ReflectionForm form,
            @RequestParam Map<String, String> sent,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        try {
            if ("discard".equals(form.act())) return discard(desk, dossier, form, next);
            if ("share".equals(form.act())) return share(desk, dossier, form, sent, next);
            NewReflection input = input(desk, form, sent);
            ReflectionDraft seen = draft(desk, dossier, form);
            if (seen == null) desk.reflections().draft(dossier, input);
            else desk.reflections().save(seen, input);
            next.addFlashAttribute("done", words.say("self.saved"));
            return "redirect:/";
        } catch (NotFoundException gone) {
            if (Fields.text(form.draft()) == null) throw gone;
            next.addFlashAttribute("problem", words.say("draft.gone"));
            return "redirect:/";
        } catch (InvalidInputException refused) {
            response.setStatus(422);
            return shown(desk, dossier, form, sent, FormErrors.of(refused), model);
        }
    }

    private String share(
            Desk desk, DossierId dossier, ReflectionForm form, Map<String, String> sent, RedirectAttributes next) {
        NewReflection input = input(desk, form, sent);
        String body = form + " " + answers(sent);
        ReflectionDraft seen = draft(desk, dossier, form);
        Reflection shared = seen == null
                ? desk.once(
                        Sending.key(form.key(), body),
                        body,
                        d -> d.reflections().share(dossier, input))
                : desk.together(d -> d.reflections().share(d.reflections().save(seen, input)));
        next.addFlashAttribute("done", words.say("reflection.shared"));
        return "redirect:" + Where.of(dossier) + "/reflections/" + shared.id();
    }

    private String discard(Desk desk, DossierId dossier, ReflectionForm form, RedirectAttributes next) {
        ReflectionDraft seen = draft(desk, dossier, form);
        if (seen != null) desk.reflections().discard(seen);
        next.addFlashAttribute("done", words.say("self.discarded"));
        return "redirect:/";
    }

    private static @Nullable ReflectionDraft draft(Desk desk, DossierId dossier, ReflectionForm form) {
        String draft = Fields.text(form.draft());
        if (draft == null) return null;
        Ref ref = Ref.in(dossier, Ref.Kind.REFLECTION_DRAFT, draft);
        return desk.reflections().getDraft(dossier, ReflectionId.of(ref.id()));
    }

    private static Map<String, String> answers(Map<String, String> sent) {
        Map<String, String> answers = new TreeMap<>();
        sent.forEach((name, text) -> {
            if (name.startsWith(ANSWER) && !text.isBlank()) answers.put(name.substring(ANSWER.length()), text);
        });
        return answers;
    }

    private static NewReflection input(Desk desk, ReflectionForm form, Map<String, String> sent) {
        Guide guide = guide(desk.reflections().templates(), form.template());
        NewReflection input = NewReflection.on(Fields.needed("action", form.action(), "field.missing"), setting(form))
                .guidedBy(guide.template().toString(), guide.language());
        for (Map.Entry<String, String> each : answers(sent).entrySet()) {
            input = input.answering(each.getKey(), each.getValue());
        }
        return input;
    }

    private static Setting setting(ReflectionForm form) {
        String chosen = form.setting() == null ? "" : form.setting();
        if (chosen.equals(WORKPLACE))
            return new Setting.Workplace(Fields.needed("place", form.place(), "field.missing"));
        if (!chosen.startsWith(MISSION)) return new Setting.Personal();
        MissionId mission = MissionId.of(chosen.substring(MISSION.length()));
        return new Setting.Mission(mission.scenario().value(), mission.mission());
    }

    /** A question and its answer, of the version that stands. */
    record Answered(String question, String text) {}

    @GetMapping("/dossiers/{dossier}/reflections/{id}")
    String show(Desk desk, @PathVariable DossierId dossier, @PathVariable ReflectionId id, Model model) {
        Reflection reflection = desk.reflections().get(dossier, id);
        Map<String, String> texts = new HashMap<>();
        reflection.current().answers().forEach(each -> texts.put(each.question(), each.text()));
        List<Answered> answers = new ArrayList<>();
        for (Guide.Question each : reflection.guide().questions()) {
            String text = texts.get(each.id());
            if (text != null) answers.add(new Answered(each.text(), text));
        }
        model.addAttribute("dossier", dossier.toString());
        model.addAttribute("heading", reflection.action());
        model.addAttribute(
                "learner", People.of(desk, List.of(reflection.author())).name(reflection.author()));
        model.addAttribute("when", words.day(reflection.sharedAt(), desk.clock().getZone()));
        model.addAttribute("answers", answers);
        HeldPermissions rights = desk.me().may(new Reach.OfDossier(dossier));
        model.addAttribute("talk", Talk.about(desk, Subject.of(reflection), rights, words));
        return "reflected";
    }
}
