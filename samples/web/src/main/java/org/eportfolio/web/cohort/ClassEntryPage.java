package org.eportfolio.web.cohort;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eportfolio.InvalidInputException;
import org.eportfolio.PageRequest;
import org.eportfolio.agenda.ClassScreen;
import org.eportfolio.assessment.NewClassEntry;
import org.eportfolio.assessment.StandingClassEntry;
import org.eportfolio.assessment.UndoneEntry;
import org.eportfolio.core.Desk;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Code;
import org.eportfolio.id.ClassEntryId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.web.look.Choice;
import org.eportfolio.web.look.Fields;
import org.eportfolio.web.look.FormErrors;
import org.eportfolio.web.look.LevelMark;
import org.eportfolio.web.look.People;
import org.eportfolio.web.look.Sending;
import org.eportfolio.web.look.WebMessages;
import org.eportfolio.web.look.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One competency for a whole class, by keyboard: a level for each learner, one basis, one commit; and its undo. */
@Controller
final class ClassEntryPage {
    /** What a learner gets who was not there. */
    private static final String ABSENT = "-";

    private static final String LEVEL_OF = "level.";

    private final Words words;

    ClassEntryPage(Words words) {
        this.words = words;
    }

    /** What was typed. */
    record EntryForm(
            @Nullable String competency,
            @Nullable String because,
            @Nullable String observedOn,
            @Nullable String key) {}

    /** A learner's row: {@code chosen} is the id of a level, or what stands for absent. */
    record Row(String learner, String name, @Nullable LevelMark current, String chosen) {}

    /** An entry that can be taken back. */
    record Standing(String id, String text, boolean own) {}

    @GetMapping("/classes/{cohort}/entry")
    String form(
            Desk desk,
            @PathVariable CohortId cohort,
            @RequestParam(required = false) @Nullable String competency,
            Model model) {
        EntryForm empty =
                new EntryForm(competency, "", LocalDate.now(desk.clock()).toString(), Sending.newKey());
        return shown(desk, cohort, empty, Map.of(), FormErrors.NONE, model);
    }

    private static String shown(
            Desk desk, CohortId cohort, EntryForm form, Map<String, String> sent, FormErrors errors, Model model) {
        ClassScreen screen = desk.classes().screen(cohort, Words.language());
        Adoption adoption = screen.adoption();
        String competency = Optional.ofNullable(form.competency())
                .filter(code -> screen.columns().stream()
                        .anyMatch(each -> each.code().value().equals(code)))
                .orElseGet(() -> screen.columns().isEmpty()
                        ? ""
                        : screen.columns().get(0).code().value());
        model.addAttribute("cohort", cohort.toString());
        model.addAttribute("name", screen.cohort().name());
        model.addAttribute(
                "competencies", screen.columns().stream().map(Choice::of).toList());
        model.addAttribute("competency", competency);
        model.addAttribute("levels", adoption == null ? List.of() : LevelMark.of(adoption.scale()));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("rows", rows(screen, competency, sent));
        return "entry";
    }

    private static List<Row> rows(ClassScreen screen, String competency, Map<String, String> sent) {
        return screen.lines().stream()
                .filter(each -> each.dossier() != null)
                .map(each -> new Row(
                        each.learner().value(),
                        each.name(),
                        competency.isEmpty()
                                ? null
                                : each.level(Code.of(competency))
                                        .map(LevelMark::of)
                                        .orElse(null),
                        sent.getOrDefault(LEVEL_OF + each.learner(), ABSENT)))
                .toList();
    }

    @PostMapping("/classes/{cohort}/entry")
    String enter(
            Desk desk,
            @PathVariable CohortId cohort,
            EntryForm form,
            @RequestParam Map<String, String> sent,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        try {
            Map<String, String> given = given(sent);
            NewClassEntry entry = entry(cohort, form, given);
            String body = form + " " + given;
            desk.once(Sending.key(form.key(), body), body, d -> d.assessments().positionClass(entry));
            next.addFlashAttribute("done", words.say("entry.done", String.valueOf(form.competency())));
            return "redirect:/classes/" + cohort;
        } catch (InvalidInputException refused) {
            response.setStatus(422);
            return shown(desk, cohort, form, sent, FormErrors.of(refused), model);
        }
    }

    /** By learner what was chosen for them. */
    private static Map<String, String> given(Map<String, String> sent) {
        Map<String, String> given = new TreeMap<>();
        sent.forEach((name, level) -> {
            if (name.startsWith(LEVEL_OF)) given.put(name.substring(LEVEL_OF.length()), level);
        });
        return given;
    }

    /** The first level that was given is everybody's, and each other an exception: what is stored is the same. */
    private static NewClassEntry entry(CohortId cohort, EntryForm form, Map<String, String> given) {
        String shared = given.values().stream()
                .filter(each -> !each.equals(ABSENT))
                .findFirst()
                .orElseThrow(() -> InvalidInputException.because("levels", WebMessages.of("entry.nobody")));
        NewClassEntry entry = NewClassEntry.of(cohort, String.valueOf(form.competency()), shared);
        if (form.because() != null && !form.because().isBlank()) entry = entry.because(form.because());
        LocalDate day = Fields.day("observedOn", form.observedOn());
        if (day != null) entry = entry.observedOn(day);
        for (Map.Entry<String, String> each : given.entrySet()) {
            if (each.getValue().equals(ABSENT)) entry = entry.absent(each.getKey());
            else if (!each.getValue().equals(shared)) entry = entry.except(each.getKey(), each.getValue());
        }
        return entry;
    }

    /** The latest entries of a class of which something stands. */
    static List<Standing> standing(Desk desk, CohortId cohort, Words words) {
        PersonId me = desk.actor().person().orElseThrow();
        List<StandingClassEntry> entries =
                desk.classes().entries(cohort, PageRequest.newest(5)).items();
        People people =
                People.of(desk, entries.stream().map(StandingClassEntry::author).toList());
        ZoneId zone = desk.clock().getZone();
        return entries.stream()
                .map(each -> new Standing(
                        each.entry().id().toString(),
                        words.say(
                                "entry.standing",
                                each.competency(),
                                words.day(each.recordedAt(), zone),
                                people.name(each.author()),
                                each.levels().size(),
                                each.because() == null ? "" : each.because()),
                        each.author().equals(me)))
                .toList();
    }

    @PostMapping("/classes/{cohort}/entries/{entry}/undo")
    String undo(
            Desk desk,
            @PathVariable CohortId cohort,
            @PathVariable ClassEntryId entry,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes next) {
        String why = reason == null || reason.isBlank() ? words.say("undo.reason.default") : reason;
        UndoneEntry undone = desk.assessments().undo(cohort, entry, why);
        String said = words.say("entry.undone", undone.retractions().size());
        if (!undone.leftOut().isEmpty())
            said += " " + words.say("entry.left-out", undone.leftOut().size());
        next.addFlashAttribute("done", said);
        return "redirect:/classes/" + cohort;
    }
}
