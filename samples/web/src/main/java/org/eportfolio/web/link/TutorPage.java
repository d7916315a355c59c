package org.eportfolio.web.link;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.SharedDesk;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Version;
import org.eportfolio.framework.Code;
import org.eportfolio.guidance.NewTutorAnswer;
import org.eportfolio.guidance.TutorAnswer;
import org.eportfolio.guidance.TutorForm;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.showcase.Displayed;
import org.eportfolio.spi.Stored;
import org.eportfolio.spring.FileResponse;
import org.eportfolio.web.look.Fields;
import org.eportfolio.web.look.FileLine;
import org.eportfolio.web.look.FormErrors;
import org.eportfolio.web.look.LevelMark;
import org.eportfolio.web.look.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tutor's page: three questions behind a link, without an account. */
@Controller
final class TutorPage {
    private static final String LEVEL_OF = "level.";
    private static final String UNSAID = "";

    private final Words words;
    private final LinkGuard guard;

    TutorPage(Words words, LinkGuard guard) {
        this.words = words;
        this.guard = guard;
    }

    /** What was typed, but for the levels. */
    record AnswerForm(
            @Nullable String name,
            @Nullable String alone,
            @Nullable String help,
            @Nullable String advice) {}

    /** A competency in plain words, with the level that was given to it, if one was. */
    record AskedRow(String field, String words, String chosen) {}

    /** What the learner shows. */
    record Shown(String title, String words, List<FileLine> files, List<String> texts) {}

    @GetMapping("/t/{token}")
    String form(Portfolio portfolio, @PathVariable String token, HttpServletRequest request, Model model) {
        return guard.opened(portfolio, token, request, link -> {
            TutorForm form = link.workplace();
            return shown(token, form, given(form.answer()), levels(form.answer()), FormErrors.NONE, model);
        });
    }

    private static AnswerForm given(@Nullable TutorAnswer answer) {
        if (answer == null) return new AnswerForm("", "", "", "");
        return new AnswerForm(answer.name(), answer.alone(), answer.help(), answer.advice());
    }

    private static Map<String, String> levels(@Nullable TutorAnswer answer) {
        Map<String, String> levels = new HashMap<>();
        if (answer != null) answer.levels().forEach((code, level) -> levels.put(LEVEL_OF + code, level.value()));
        return levels;
    }

    private String shown(
            String token,
            TutorForm form,
            AnswerForm typed,
            Map<String, String> levels,
            FormErrors errors,
            Model model) {
        List<String> questions = TutorForm.questions().stream()
                .map((Message each) -> each.in(Words.language()))
                .toList();
        model.addAttribute("token", token);
        model.addAttribute("learner", form.learner() == null ? words.say("tutor.learner") : form.learner());
        model.addAttribute("employer", form.employer());
        model.addAttribute("days", words.day(form.from()) + " – " + words.day(form.until()));
        model.addAttribute("readable", words.day(form.readableUntil()));
        model.addAttribute("phase", words.say("tutor.phase." + form.phase().name()));
        model.addAttribute("answers", form.phase() == WorkplacePeriod.Phase.OPEN);
        model.addAttribute("answered", form.answer() != null);
        model.addAttribute("questions", questions);
        model.addAttribute(
                "asked",
                form.asked().stream()
                        .map(each -> new AskedRow(
                                LEVEL_OF + each.competency(),
                                each.words().isBlank() ? each.competency().value() : each.words(),
                                levels.getOrDefault(LEVEL_OF + each.competency(), UNSAID)))
                        .toList());
        model.addAttribute("levels", form.levels().stream().map(LevelMark::of).toList());
        model.addAttribute(
                "shown", form.shown().stream().map(each -> shown(token, each)).toList());
        model.addAttribute("form", typed);
        model.addAttribute("errors", errors);
        return "tutor";
    }

    private Shown shown(String token, Displayed.Made made) {
        Version version = made.versions().get(made.versions().size() - 1);
        List<FileLine> files = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (Piece each : version.pieces()) {
            if (each instanceof Piece.Text text) texts.add(text.text());
            if (!(each instanceof Piece.File file)) continue;
            String size = words.say("file.size", Math.max(1, (file.content().size() + 1023) / 1024));
            String address = "/t/" + token + "/files/" + file.content().sha256();
            files.add(new FileLine(file.name(), size, address, file.alternative(), null));
        }
        return new Shown(version.title(), made.words(), files, texts);
    }

    @PostMapping("/t/{token}")
    String answer(
            Portfolio portfolio,
            @PathVariable String token,
            AnswerForm typed,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        return guard.opened(portfolio, token, request, link -> {
            try {
                link.answer(input(typed, sent));
                next.addFlashAttribute("done", words.say("tutor.done"));
                return "redirect:/t/" + token;
            } catch (InvalidInputException refused) {
                response.setStatus(422);
                return shown(token, link.workplace(), typed, sent, FormErrors.of(refused), model);
            }
        });
    }

    private static NewTutorAnswer input(AnswerForm typed, Map<String, String> sent) {
        NewTutorAnswer input = NewTutorAnswer.by(Fields.needed("name", typed.name(), "field.missing"))
                .alone(Fields.needed("alone", typed.alone(), "field.missing"))
                .withHelp(typed.help() == null ? "" : typed.help())
                .advising(typed.advice() == null ? "" : typed.advice());
        for (Map.Entry<String, String> each : sent.entrySet()) {
            if (!each.getKey().startsWith(LEVEL_OF) || each.getValue().equals(UNSAID)) continue;
            Code code = Code.of(each.getKey().substring(LEVEL_OF.length()));
            input = input.level(code.value(), each.getValue());
        }
        return input;
    }

    @GetMapping("/t/{token}/files/{sha256}")
    void file(
            Portfolio portfolio,
            @PathVariable String token,
            @PathVariable String sha256,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        SharedDesk link = guard.opened(portfolio, token, request, each -> each);
        Stored file = guard.opened(portfolio, token, request, SharedDesk::workplace).shown().stream()
                .flatMap(each -> Stream.of(each).flatMap(Displayed.Made::contents))
                .filter(each -> each.sha256().toString().equals(sha256))
                .findFirst()
                .orElseThrow(NotFoundException::link);
        FileResponse.send(file, range -> link.download(file, range), request, response);
    }
}
