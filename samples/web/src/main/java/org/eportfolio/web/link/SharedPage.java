package org.eportfolio.web.link;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.certification.ExamUse;
import org.eportfolio.certification.JuryFile;
import org.eportfolio.certification.SealCheck;
import org.eportfolio.certification.SealedFile;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.SharedDesk;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Version;
import org.eportfolio.sharing.WaitingPackage;
import org.eportfolio.showcase.Displayed;
import org.eportfolio.spi.Stored;
import org.eportfolio.spring.FileResponse;
import org.eportfolio.spring.Refusals;
import org.eportfolio.web.look.Field;
import org.eportfolio.web.look.Fields;
import org.eportfolio.web.look.Form;
import org.eportfolio.web.look.FormErrors;
import org.eportfolio.web.look.Headers;
import org.eportfolio.web.look.Line;
import org.eportfolio.web.look.Section;
import org.eportfolio.web.look.Sent;
import org.eportfolio.web.look.Sheet;
import org.eportfolio.web.look.Table;
import org.eportfolio.web.look.WebMessages;
import org.eportfolio.web.look.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What bearers of links read without an account: a showcase, what was frozen for a jury, a package to take away. */
@Controller
final class SharedPage {
    private final Words words;
    private final LinkGuard guard;

    SharedPage(Words words, LinkGuard guard) {
        this.words = words;
        this.guard = guard;
    }

    @GetMapping("/s/{token}")
    String showcase(Portfolio portfolio, @PathVariable String token, HttpServletRequest request, Model model) {
        return guard.opened(portfolio, token, request, link -> {
            Displayed shown = link.showcase();
            Sheet sheet = Sheet.titled(shown.title()).lead(shown.narrative());
            String learner = shown.learner();
            if (learner != null) sheet = sheet.with(Section.of("of", words.say("shared.of", learner)));
            int at = 0;
            for (Displayed.Item each : shown.items()) {
                if (each instanceof Displayed.Made made) sheet = sheet.with(made(token, made, ++at));
                if (each instanceof Displayed.Spoken spoken) sheet = sheet.with(spoken(spoken, ++at));
            }
            return sheet.show(model);
        });
    }

    private static Section made(String token, Displayed.Made made, int at) {
        Version last = made.versions().get(made.versions().size() - 1);
        Section section = Section.of("i-" + at, last.title()).text(made.words());
        List<Line> files = new ArrayList<>();
        for (Version each : made.versions()) {
            for (Piece piece : each.pieces()) {
                if (piece instanceof Piece.Text text) section = section.text(text.text());
                if (piece instanceof Piece.File file) {
                    files.add(new Line(
                            file.name(),
                            "",
                            "/s/" + token + "/files/" + file.content().sha256()));
                }
            }
        }
        return section.lines(files);
    }

    private static Section spoken(Displayed.Spoken spoken, int at) {
        return Section.of("i-" + at, spoken.name()).text(spoken.words(), spoken.transcript());
    }

    @GetMapping("/s/{token}/files/{sha256}")
    void file(
            Portfolio portfolio,
            @PathVariable String token,
            @PathVariable String sha256,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        SharedDesk link = guard.opened(portfolio, token, request, each -> each);
        Stored file = guard.opened(portfolio, token, request, SharedDesk::showcase).items().stream()
                .flatMap(Displayed.Item::contents)
                .filter(each -> each.sha256().toString().equals(sha256))
                .findFirst()
                .orElseThrow(NotFoundException::link);
        FileResponse.send(file, range -> link.download(file, range), request, response);
    }

    /** What was frozen, with its fingerprint, which anyone can check from the file alone. */
    @GetMapping("/j/{token}")
    String sealed(Portfolio portfolio, @PathVariable String token, HttpServletRequest request, Model model) {
        return guard.opened(portfolio, token, request, link -> {
            JuryFile file = link.sealed();
            ZoneId zone = portfolio.zone();
            Sheet sheet =
                    Sheet.titled(file.unit().title()).lead(words.say("jury.lead", words.moment(file.sealedAt(), zone)));
            ExamUse use = file.use();
            if (use != null) sheet = sheet.with(Section.of("use", use.mode()).text(use.text()));
            return sheet.with(
                            Section.of("file", words.say("jury.file"))
                                    .lines(List.of(new Line(words.say("exam.download"), "", "/j/" + token + "/file"))),
                            Section.of("check", words.say("jury.check"))
                                    .text(
                                            words.say("jury.check.how"),
                                            file.root().toString())
                                    .lines(List.of(new Line(words.say("jury.check.here"), "", "/check"))),
                            Section.of("pieces", words.say("jury.pieces"))
                                    .table(Table.under(words.say("jury.piece"), words.say("jury.hash"))
                                            .rows(file.pieces().stream()
                                                    .map(each -> Table.row(
                                                            each.path(),
                                                            each.content()
                                                                    .sha256()
                                                                    .toString()))
                                                    .toList())))
                    .show(model);
        });
    }

    @GetMapping("/j/{token}/file")
    void download(
            Portfolio portfolio, @PathVariable String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        SharedDesk link = guard.opened(portfolio, token, request, each -> each);
        JuryFile file = guard.opened(portfolio, token, request, SharedDesk::sealed);
        Headers.toSave(words.say("exam.file.name", file.unit().title()) + ".zip", "application/zip", response);
        link.writeSealed(response.getOutputStream());
    }

    /** Whether a sealed file is what was frozen; nothing is kept of it. */
    @GetMapping("/check")
    String checking(Model model) {
        return Sheet.titled(words.say("check"))
                .lead(words.say("check.lead"))
                .with(Section.of("file", words.say("check.file"))
                        .form(Form.to("check", "/check", words.say("check.do"))
                                .files()
                                .field(Field.file("file", words.say("check.file")))))
                .show(model);
    }

    @PostMapping("/check")
    String check(@RequestParam(required = false) @Nullable MultipartFile file, RedirectAttributes next) {
        return new Sent("check", next).then("/check", form -> {
            if (file == null || file.isEmpty())
                throw InvalidInputException.because("file", WebMessages.of("field.missing"));
            return said(checked(file));
        });
    }

    private static SealCheck checked(MultipartFile file) {
        try {
            Path kept = Files.createTempFile("sealed-", ".zip");
            try {
                file.transferTo(kept);
                return SealedFile.verify(kept);
            } finally {
                Files.deleteIfExists(kept);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String said(SealCheck check) {
        if (check.whole()) return words.say("check.sound", String.valueOf(check.root()));
        throw InvalidInputException.because(
                "file", WebMessages.of("check.unsound", check.faults().size()));
    }

    /** A learner who left takes their package, with the code that was handed over apart from the link. */
    @GetMapping("/p/{token}")
    String waiting(Portfolio portfolio, @PathVariable String token, HttpServletRequest request, Model model) {
        return guard.opened(portfolio, token, request, link -> {
            WaitingPackage waiting = link.waitingPackage();
            return Sheet.titled(words.say("package"))
                    .lead(words.say("package.lead", words.day(waiting.until()), waiting.triesLeft()))
                    .with(Section.of("code", words.say("package.code"))
                            .form(Form.to("package", "/p/" + token, words.say("package.take"))
                                    .field(Field.line("code", words.say("package.code"), null))))
                    .show(model);
        });
    }

    @PostMapping("/p/{token}")
    @Nullable
    String take(
            Portfolio portfolio,
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next)
            throws IOException {
        SharedDesk link = guard.opened(portfolio, token, request, each -> each);
        try {
            String code = Fields.needed("code", typed.getFirst("code"), "field.missing");
            Headers.toSave(words.say("package.name") + ".zip", "application/zip", response);
            link.writePackage(code, Words.language(), response.getOutputStream());
            return null;
        } catch (InvalidInputException | DeniedException wrong) {
            response.reset();
            FormErrors errors = FormErrors.of("code", Refusals.detail(wrong, Words.language()));
            return new Sent("package", typed, next).refused("/p/" + token, errors);
        }
    }
}
