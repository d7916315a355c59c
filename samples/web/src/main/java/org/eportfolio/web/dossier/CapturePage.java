package org.eportfolio.web.dossier;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.DossierId;
import org.eportfolio.web.look.Choice;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Capturing a production, as on a phone: a photo or a file, a title, a competency. */
@Controller
final class CapturePage {
    private final Words words;

    CapturePage(Words words) {
        this.words = words;
    }

    /** What was typed. {@code people} says whether someone can be recognised in a picture: {@code nobody} or {@code some}. */
    record CaptureForm(
            @Nullable String title,
            @Nullable String description,
            @Nullable String competencies,
            @Nullable String alternative,
            @Nullable String people,
            @Nullable String key) {}

    @GetMapping("/dossiers/{dossier}/capture")
    String form(Desk desk, @PathVariable DossierId dossier, Model model) {
        CaptureForm empty = new CaptureForm("", "", "", "", "", Sending.newKey());
        return shown(desk, dossier, empty, FormErrors.NONE, model);
    }

    private static String shown(Desk desk, DossierId dossier, CaptureForm form, FormErrors errors, Model model) {
        model.addAttribute("dossier", dossier.toString());
        model.addAttribute(
                "competencyChoices", Choice.ofCompetencies(desk.progress().of(dossier)));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "capture";
    }

    @PostMapping("/dossiers/{dossier}/capture")
    String capture(
            Desk desk,
            @PathVariable DossierId dossier,
            CaptureForm form,
            @Nullable MultipartFile file,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        try {
            NewProduction input = input(form, file);
            String body = form + (file == null ? "" : " " + file.getOriginalFilename() + " " + file.getSize());
            Production made = desk.once(
                    Sending.key(form.key(), body), body, d -> d.productions().add(dossier, input));
            next.addFlashAttribute("done", words.say("capture.done", made.title()));
            return "redirect:" + Where.of(dossier) + "/productions/" + made.id();
        } catch (InvalidInputException refused) {
            response.setStatus(422);
            return shown(desk, dossier, form, FormErrors.of(refused), model);
        }
    }

    private static NewProduction input(CaptureForm form, @Nullable MultipartFile file) {
        NewProduction input = NewProduction.titled(Fields.needed("title", form.title(), "field.missing"));
        if (form.description() != null) input = input.describedAs(form.description());
        if (form.competencies() != null && !form.competencies().isBlank()) input = input.showing(form.competencies());
        if (file == null || file.isEmpty()) return input;
        return input.attaching(attachment(form, file));
    }

    private static NewAttachment attachment(CaptureForm form, MultipartFile file) {
        String type = file.getContentType() == null ? "application/octet-stream" : file.getContentType();
        NewAttachment attachment = NewAttachment.of(name(file), type, file::getInputStream);
        if (form.alternative() != null && !form.alternative().isBlank()) {
            attachment = attachment.describedAs(form.alternative());
        }
        if (!attachment.isPicture() && !attachment.isRecording()) return attachment;
        if ("nobody".equals(form.people())) return attachment.showingNobody();
        if ("some".equals(form.people())) return attachment.showingPeople();
        throw InvalidInputException.because("people", WebMessages.of("picture.who"));
    }

    /** Some browsers send a path; the name is its end. */
    private static String name(MultipartFile file) {
        String given = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        return List.of("", ".", "..").contains(name) ? "fichier" : name;
    }
}
