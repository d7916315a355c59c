package org.eportfolio.web.dossier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.eportfolio.NotFoundException;
import org.eportfolio.access.HeldPermissions;
import org.eportfolio.access.Permission;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Download;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Version;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.id.WorkplacePeriodId;
import org.eportfolio.reflection.Subject;
import org.eportfolio.school.Reach;
import org.eportfolio.spi.Stored;
import org.eportfolio.spring.FileResponse;
import org.eportfolio.web.look.FileLine;
import org.eportfolio.web.look.People;
import org.eportfolio.web.look.Where;
import org.eportfolio.web.look.Words;
import org.eportfolio.workplace.NewShownWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a learner made, its files, and removing it. */
@Controller
final class ProductionPage {
    private final Words words;

    ProductionPage(Words words) {
        this.words = words;
    }

    /** A page elsewhere; {@code href} is missing where it is no address of the web. */
    record LinkLine(String text, @Nullable String href) {}

    /** One state of it. */
    record VersionView(
            int number,
            String title,
            String when,
            String description,
            List<String> competencies,
            List<FileLine> files,
            List<LinkLine> links,
            List<String> texts,
            boolean frozen) {}

    @GetMapping("/dossiers/{dossier}/productions/{id}")
    String show(Desk desk, @PathVariable DossierId dossier, @PathVariable ProductionId id, Model model) {
        Production production = desk.productions().get(dossier, id);
        List<VersionView> versions = new ArrayList<>();
        production
                .versions()
                .forEach(each ->
                        versions.add(0, version(production, each, desk.clock().getZone())));
        HeldPermissions rights = desk.me().may(new Reach.OfDossier(dossier));
        boolean own = rights.has(Permission.KEEP_PRODUCTION);
        boolean cited = production.versions().stream().anyMatch(each -> each.frozen() != null);
        model.addAttribute("dossier", dossier.toString());
        model.addAttribute("production", id.toString());
        model.addAttribute("heading", production.title());
        model.addAttribute(
                "learner", People.of(desk, List.of(production.owner())).name(production.owner()));
        model.addAttribute("versions", versions);
        model.addAttribute("removable", own && !cited);
        model.addAttribute("talk", Talk.about(desk, Subject.of(production), rights, words));
        boolean shows = rights.has(Permission.SHOW_AT_WORKPLACE);
        model.addAttribute("tutors", shows ? TutorView.of(desk, production, words) : List.of());
        return "production";
    }

    private VersionView version(Production production, Version version, ZoneId zone) {
        String home = Where.of(production.dossier()) + "/productions/" + production.id();
        List<FileLine> files = new ArrayList<>();
        List<LinkLine> links = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (Piece each : version.pieces()) {
            if (each instanceof Piece.File file) files.add(file(file, home));
            else if (each instanceof Piece.Link link) links.add(link(link));
            else if (each instanceof Piece.Text text) texts.add(text.text());
            else if (each instanceof Piece.Contribution said) texts.add(said.text());
        }
        return new VersionView(
                version.number(),
                version.title(),
                words.day(version.at(), zone),
                version.description(),
                version.competencies().stream().map(Object::toString).toList(),
                files,
                links,
                texts,
                version.frozen() != null);
    }

    private FileLine file(Piece.File file, String home) {
        String address = home + "/files/" + file.content().sha256();
        return new FileLine(
                file.name(),
                words.say("file.size", Math.max(1, (file.content().size() + 1023) / 1024)),
                address,
                file.alternative(),
                file.preview() == null ? null : address + "/preview");
    }

    private static LinkLine link(Piece.Link link) {
        String scheme = link.target().getScheme();
        boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
        String title = link.title();
        return new LinkLine(
                title == null ? link.target().toString() : title,
                web ? link.target().toString() : null);
    }

    @GetMapping("/dossiers/{dossier}/productions/{id}/files/{sha256}")
    void file(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable ProductionId id,
            @PathVariable String sha256,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Stored file = file(desk, dossier, id, sha256);
        FileResponse.send(file, range -> desk.productions().download(dossier, id, file, range), request, response);
    }

    @GetMapping("/dossiers/{dossier}/productions/{id}/files/{sha256}/preview")
    void preview(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable ProductionId id,
            @PathVariable String sha256,
            HttpServletResponse response)
            throws IOException {
        Stored file = file(desk, dossier, id, sha256);
        Download preview = desk.productions()
                .preview(dossier, id, file)
                .orElseThrow(() -> new NotFoundException("production", sha256));
        FileResponse.show(preview, response);
    }

    private static Stored file(Desk desk, DossierId dossier, ProductionId id, String sha256) {
        return desk.productions()
                .get(dossier, id)
                .contents()
                .filter(each -> each.sha256().toString().equals(sha256))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("production", sha256));
    }

    /** Shows the production to the tutor of a period, or no longer. */
    @PostMapping("/dossiers/{dossier}/periods/{period}/shown/{id}")
    String showToTutor(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable WorkplacePeriodId period,
            @PathVariable ProductionId id,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam String act,
            RedirectAttributes next) {
        Production seen = desk.productions().get(dossier, id);
        String home = Where.of(dossier) + "/productions/" + id;
        if (act.equals("hide")) {
            desk.tutoring().hide(dossier, period, id);
            next.addFlashAttribute("done", this.words.say("tutor.hidden"));
            return "redirect:" + home;
        }
        desk.tutoring().show(dossier, period, NewShownWork.of(seen).saying(words == null ? "" : words));
        next.addFlashAttribute("done", this.words.say("tutor.shows"));
        return "redirect:" + home;
    }

    /** Asks first: nothing brings it back. */
    @GetMapping("/dossiers/{dossier}/productions/{id}/remove")
    String confirm(Desk desk, @PathVariable DossierId dossier, @PathVariable ProductionId id, Model model) {
        model.addAttribute("heading", desk.productions().get(dossier, id).title());
        model.addAttribute("dossier", dossier.toString());
        model.addAttribute("production", id.toString());
        return "remove";
    }

    @PostMapping("/dossiers/{dossier}/productions/{id}/remove")
    String remove(Desk desk, @PathVariable DossierId dossier, @PathVariable ProductionId id, RedirectAttributes next) {
        Production seen = desk.productions().get(dossier, id);
        desk.productions().remove(seen);
        next.addFlashAttribute("done", words.say("production.removed", seen.title()));
        return "redirect:" + Where.of(dossier);
    }
}
