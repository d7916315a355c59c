package org.eportfolio.web.dossier;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.assessment.SelfAssessmentDraft;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Citation;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.DraftId;
import org.eportfolio.id.Ref;
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

/** A learner says where they stand: as a draft for themselves, then for the team. */
@Controller
final class SelfAssessmentPage {
    private final Words words;

    SelfAssessmentPage(Words words) {
        this.words = words;
    }

    /** What was typed. {@code draft} is the one that is gone on with, {@code act} what its button says. */
    record SelfForm(
            @Nullable String competency,
            @Nullable String level,
            @Nullable String because,
            @Nullable String strengths,
            @Nullable String gaps,
            @Nullable List<String> evidence,
            @Nullable String draft,
            @Nullable String act,
            @Nullable String key) {
        public boolean cites(String production) {
            return evidence != null && evidence.contains(production);
        }
    }

    @GetMapping("/dossiers/{dossier}/self-assessment")
    String form(
            Desk desk,
            @PathVariable DossierId dossier,
            @RequestParam(required = false) @Nullable DraftId draft,
            @RequestParam(required = false) @Nullable String competency,
            Model model) {
        SelfForm form = draft == null
                ? new SelfForm(competency, null, "", "", "", List.of(), null, null, Sending.newKey())
                : of(desk.assessments().getDraft(dossier, draft));
        return Judging.form("self", desk, dossier, form, FormErrors.NONE, model);
    }

    private static SelfForm of(SelfAssessmentDraft draft) {
        NewSelfAssessment content = draft.content();
        return new SelfForm(
                content.competency().value(),
                content.level() == null ? null : content.level().value(),
                content.because(),
                content.strengths(),
                content.gaps(),
                content.evidence().stream()
                        .map(each -> each.production().toString())
                        .toList(),
                draft.id().toString(),
                null,
                Sending.newKey());
    }

    @PostMapping("/dossiers/{dossier}/self-assessment")
    String keep(
            Desk desk,
            @PathVariable DossierId dossier,
            SelfForm form,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        try {
            String act = form.act() == null ? "save" : form.act();
            String done = switch (act) {
                case "publish" -> publish(desk, dossier, form);
                case "discard" -> discard(desk, dossier, form);
                default -> save(desk, dossier, form);
            };
            next.addFlashAttribute("done", done);
            return act.equals("publish") ? "redirect:" + Where.of(dossier) : "redirect:/";
        } catch (NotFoundException gone) {
            if (Fields.text(form.draft()) == null) throw gone;
            next.addFlashAttribute("problem", words.say("draft.gone"));
            return "redirect:/";
        } catch (InvalidInputException refused) {
            response.setStatus(422);
            return Judging.form("self", desk, dossier, form, FormErrors.of(refused), model);
        }
    }

    private String save(Desk desk, DossierId dossier, SelfForm form) {
        NewSelfAssessment input = input(desk, dossier, form);
        SelfAssessmentDraft seen = draft(desk, dossier, form);
        if (seen == null) desk.assessments().draft(dossier, input);
        else desk.assessments().save(seen, input);
        return words.say("self.saved");
    }

    private String publish(Desk desk, DossierId dossier, SelfForm form) {
        if (Fields.text(form.level()) == null) {
            throw InvalidInputException.because("level", WebMessages.of("level.missing"));
        }
        NewSelfAssessment input = input(desk, dossier, form);
        SelfAssessmentDraft seen = draft(desk, dossier, form);
        // A draft is published once by itself: the second time it is gone.
        Assessment published = seen == null
                ? desk.once(
                        Sending.key(form.key(), form),
                        form.toString(),
                        d -> d.assessments().publish(dossier, input))
                : desk.together(d -> d.assessments().publish(d.assessments().save(seen, input)));
        return words.say("self.published", published.competency());
    }

    private String discard(Desk desk, DossierId dossier, SelfForm form) {
        SelfAssessmentDraft seen = draft(desk, dossier, form);
        if (seen != null) desk.assessments().discard(seen);
        return words.say("self.discarded");
    }

    private static @Nullable SelfAssessmentDraft draft(Desk desk, DossierId dossier, SelfForm form) {
        String draft = Fields.text(form.draft());
        if (draft == null) return null;
        Ref ref = Ref.in(dossier, Ref.Kind.ASSESSMENT_DRAFT, draft);
        return desk.assessments().getDraft(dossier, DraftId.of(ref.id()));
    }

    private static NewSelfAssessment input(Desk desk, DossierId dossier, SelfForm form) {
        String competency = Fields.needed("competency", form.competency(), "field.missing");
        String level = Fields.text(form.level());
        NewSelfAssessment input =
                level == null ? NewSelfAssessment.on(competency) : NewSelfAssessment.of(competency, level);
        String because = Fields.text(form.because());
        if (because != null) input = input.because(because);
        String strengths = Fields.text(form.strengths());
        if (strengths != null) input = input.strengths(strengths);
        String gaps = Fields.text(form.gaps());
        if (gaps != null) input = input.gaps(gaps);
        for (Citation each : Judging.cited(desk, dossier, form.evidence())) input = input.citing(each);
        return input;
    }
}
