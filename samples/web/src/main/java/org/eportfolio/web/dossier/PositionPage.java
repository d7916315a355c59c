package org.eportfolio.web.dossier;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.eportfolio.InvalidInputException;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Citation;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.Ref;
import org.eportfolio.spring.Refusals;
import org.eportfolio.web.look.Fields;
import org.eportfolio.web.look.FormErrors;
import org.eportfolio.web.look.Sending;
import org.eportfolio.web.look.WebMessages;
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
import org.springframework.web.util.UriUtils;

/** Positioning one learner on one competency, correcting it, and taking it back. */
@Controller
public final class PositionPage {
    /** Says that the competency does not apply to this learner's path. */
    private static final String NOT_APPLICABLE = "-";

    private final Words words;

    PositionPage(Words words) {
        this.words = words;
    }

    public static String address(DossierId dossier, String competency) {
        return Where.of(dossier) + "/position?competency="
                + UriUtils.encodeQueryParam(competency, StandardCharsets.UTF_8);
    }

    /** What was typed. */
    record PositionForm(
            @Nullable String competency,
            @Nullable String level,
            @Nullable String because,
            @Nullable String observedOn,
            @Nullable List<String> evidence,
            @Nullable String correcting,
            @Nullable String reason,
            @Nullable String key) {
        /** Whether this production is cited. */
        public boolean cites(String production) {
            return evidence != null && evidence.contains(production);
        }
    }

    @GetMapping("/dossiers/{dossier}/position")
    String form(
            Desk desk,
            @PathVariable DossierId dossier,
            @RequestParam(required = false) @Nullable String competency,
            @RequestParam(required = false) @Nullable AssessmentId correcting,
            Model model) {
        PositionForm form = new PositionForm(
                competency, null, "", LocalDate.now(desk.clock()).toString(), List.of(), null, "", Sending.newKey());
        if (correcting != null) form = of(desk.assessments().get(dossier, correcting));
        return Judging.form("position", desk, dossier, form, FormErrors.NONE, model);
    }

    private static PositionForm of(Assessment wrong) {
        return new PositionForm(
                wrong.competency().value(),
                wrong.level() == null ? NOT_APPLICABLE : wrong.level().value(),
                wrong.because(),
                wrong.observedOn().toString(),
                wrong.evidence().stream()
                        .map(each -> each.production().toString())
                        .toList(),
                wrong.id().toString(),
                "",
                Sending.newKey());
    }

    @PostMapping("/dossiers/{dossier}/position")
    String position(
            Desk desk,
            @PathVariable DossierId dossier,
            PositionForm form,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        try {
            NewPositioning input = input(desk, dossier, form);
            Assessment made =
                    desk.once(Sending.key(form.key(), form), form.toString(), d -> recorded(d, dossier, form, input));
            next.addFlashAttribute("done", words.say("position.done", made.competency()));
            next.addFlashAttribute("undo", Where.of(dossier) + "/assessments/" + made.id() + "/retract");
            return "redirect:" + Where.of(dossier);
        } catch (InvalidInputException refused) {
            response.setStatus(422);
            return Judging.form("position", desk, dossier, form, FormErrors.of(refused), model);
        }
    }

    private static Assessment recorded(Desk desk, DossierId dossier, PositionForm form, NewPositioning input) {
        String correcting = form.correcting();
        if (correcting == null || correcting.isBlank())
            return desk.assessments().position(dossier, input);
        String reason = form.reason() == null ? "" : form.reason();
        Ref wrong = Ref.in(dossier, Ref.Kind.ASSESSMENT, correcting);
        return desk.assessments().correct(dossier, AssessmentId.of(wrong.id()), input, reason);
    }

    private static NewPositioning input(Desk desk, DossierId dossier, PositionForm form) {
        String competency = form.competency() == null ? "" : form.competency();
        String level = form.level();
        if (level == null || level.isBlank()) {
            throw InvalidInputException.because("level", WebMessages.of("level.missing"));
        }
        NewPositioning input = level.equals(NOT_APPLICABLE)
                ? NewPositioning.notApplicable(competency)
                : NewPositioning.of(competency, level);
        if (form.because() != null && !form.because().isBlank()) input = input.because(form.because());
        LocalDate day = Fields.day("observedOn", form.observedOn());
        if (day != null) input = input.observedOn(day);
        for (Citation each : Judging.cited(desk, dossier, form.evidence())) input = input.citing(each);
        return input;
    }

    @PostMapping("/dossiers/{dossier}/assessments/{assessment}/retract")
    String retract(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable AssessmentId assessment,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes next) {
        String why = reason == null || reason.isBlank() ? words.say("undo.reason.default") : reason;
        try {
            Assessment taken = desk.assessments().retract(dossier, assessment, why);
            next.addFlashAttribute("done", words.say("position.undone", taken.competency()));
        } catch (InvalidInputException refused) {
            next.addFlashAttribute("problem", Refusals.detail(refused, Words.language()));
        }
        return "redirect:" + Where.of(dossier);
    }
}
