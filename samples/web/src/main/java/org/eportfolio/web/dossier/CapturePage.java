package org.eportfolio.web.dossier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.DossierId;
import org.eportfolio.web.draft.DraftKeys;
import org.eportfolio.web.look.Choice;
import org.eportfolio.web.look.Fields;
import org.eportfolio.web.look.FormErrors;
import org.eportfolio.web.look.Sending;
import org.eportfolio.web.look.WebMessages;
import org.eportfolio.web.look.Where;
import org.eportfolio.web.look.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Capturing a production, as on a phone: a photo or a file, a title, a competency. */
@Controller
final class CapturePage {
    private final Words words;
    private final DraftKeys keys;
    private final DataSize most;

    /** @param most how large a file may be that is sent */
    CapturePage(Words words, DraftKeys keys, @Value("${spring.servlet.multipart.max-file-size}") DataSize most) {
        this.words = words;
        this.keys = keys;
        this.most = most;
    }

    /** What was typed. {@code people} says whether someone can be recognised in a picture: {@code nobody} or {@code some}. */
    record CaptureForm(
            @Nullable String title,
            @Nullable String description,
            @Nullable String competencies,
            @Nullable String alternative,
            @Nullable String people,
            @Nullable String key) {}

    /**
     * What became of a draft that a phone sent.
     *
     * @param page the address of the production's, as a browser has it, once it is there; {@code null} if it was refused
     * @param said the sentence that says so
     * @param wrong the sentences of a refusal, by field
     */
    record Draft(@Nullable String page, @Nullable String said, Map<String, String> wrong) {}

    @GetMapping("/dossiers/{dossier}/capture")
    String form(Desk desk, @PathVariable DossierId dossier, Model model) {
        CaptureForm empty = new CaptureForm("", "", "", "", "", Sending.newKey());
        return shown(desk, dossier, empty, FormErrors.NONE, model);
    }

    /** The same form for a phone to show where there is no network, about no one. */
    @GetMapping("/offline")
    String offline(Model model) {
        model.addAttribute("dossier", "");
        model.addAttribute("competencyChoices", List.of());
        model.addAttribute("form", new CaptureForm("", "", "", "", "", ""));
        model.addAttribute("errors", FormErrors.NONE);
        model.addAttribute("most", most.toBytes());
        return "offline";
    }

    private String shown(Desk desk, DossierId dossier, CaptureForm form, FormErrors errors, Model model) {
        model.addAttribute("dossier", dossier.toString());
        model.addAttribute("drafts", keys.areThere());
        model.addAttribute(
                "competencyChoices", Choice.ofCompetencies(desk.progress().of(dossier)));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("most", most.toBytes());
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
            Production made = added(desk, dossier, form, file);
            next.addFlashAttribute("done", words.say("capture.done", made.title()));
            return "redirect:" + address(made);
        } catch (InvalidInputException refused) {
            response.setStatus(422);
            return shown(desk, dossier, form, FormErrors.of(refused), model);
        }
    }

    /** The same form, sent by a script, which keeps it on the phone until this answers. */
    @PostMapping("/dossiers/{dossier}/drafts")
    ResponseEntity<Draft> draft(
            Desk desk,
            @PathVariable DossierId dossier,
            CaptureForm form,
            @Nullable MultipartFile file,
            HttpServletRequest request) {
        try {
            Production made = added(desk, dossier, form, file);
            return ResponseEntity.status(201)
                    .body(new Draft(
                            request.getContextPath() + address(made),
                            words.say("capture.done", made.title()),
                            Map.of()));
        } catch (InvalidInputException refused) {
            return ResponseEntity.status(422)
                    .body(new Draft(null, null, FormErrors.of(refused).byField()));
        }
    }

    private static String address(Production made) {
        return Where.of(made.dossier()) + "/productions/" + made.id();
    }

    /** Once, however often the form is sent: a phone that got no answer sends it again. */
    private static Production added(Desk desk, DossierId dossier, CaptureForm form, @Nullable MultipartFile file) {
        NewProduction input = input(form, file);
        String body = form + (file == null ? "" : " " + file.getOriginalFilename() + " " + file.getSize());
        return desk.once(
                Sending.key(form.key(), body), body, d -> d.productions().add(dossier, input));
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
