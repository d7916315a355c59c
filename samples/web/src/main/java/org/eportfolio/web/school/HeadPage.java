package org.eportfolio.web.school;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.access.ExceptionalAccess;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ExceptionalAccessId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Membership;
import org.eportfolio.spring.Refusals;
import org.eportfolio.web.look.Fields;
import org.eportfolio.web.look.Line;
import org.eportfolio.web.look.Slice;
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

/** A class for its head: who learns in it, and opening one dossier for a stated reason and some hours. */
@Controller
final class HeadPage {
    private static final int SHOWN = 20;

    private final Words words;

    HeadPage(Words words) {
        this.words = words;
    }

    /**
     * A learner's dossier.
     *
     * @param open where it is read while it is open to the head; {@code null} while it is closed
     * @param until up to when it is open
     * @param close where it is closed again
     */
    record Line(
            String name,
            String dossier,
            @Nullable String open,
            @Nullable String until,
            @Nullable String close,
            @Nullable String reason) {}

    @GetMapping("/classes/{cohort}/learners")
    String show(
            Desk desk,
            @PathVariable CohortId cohort,
            @RequestParam(required = false) @Nullable String named,
            @RequestParam(defaultValue = "1") int part,
            Model model) {
        Instant now = desk.clock().instant();
        List<PersonId> learners = Page.all(next -> desk.cohorts().members(cohort, next)).stream()
                .filter(each -> each.period().holdsAt(now))
                .map(Membership::learner)
                .distinct()
                .toList();
        List<Map.Entry<PersonId, String>> sorted =
                List.copyOf(desk.people().sorted(learners, Words.language()).entrySet());
        Slice<Map.Entry<PersonId, String>> slice =
                Slice.of(sorted, Map.Entry::getValue, named, part, "/classes/" + cohort + "/learners");
        List<Line> lines = new ArrayList<>();
        for (Map.Entry<PersonId, String> one : slice.items()) {
            for (Dossier each : desk.dossiers().of(one.getKey())) lines.add(line(desk, one.getValue(), each.id(), now));
        }
        model.addAttribute("slice", slice);
        model.addAttribute("cohort", cohort.toString());
        model.addAttribute("name", desk.cohorts().get(cohort).name());
        model.addAttribute("lines", lines);
        model.addAttribute("most", ExceptionalAccess.MOST_HOURS);
        return "head";
    }

    private Line line(Desk desk, String name, DossierId dossier, Instant now) {
        PersonId head = desk.actor().person().orElseThrow();
        ExceptionalAccess open = desk.access().openings(dossier, PageRequest.newest(SHOWN)).items().stream()
                .filter(each -> each.openedBy().equals(head) && each.runsAt(now))
                .findFirst()
                .orElse(null);
        if (open == null) return new Line(name, dossier.toString(), null, null, null, null);
        return new Line(
                name,
                dossier.toString(),
                Where.of(dossier),
                words.moment(open.endsAt(), desk.clock().getZone()),
                Where.of(dossier) + "/openings/" + open.id() + "/close",
                open.reason());
    }

    @PostMapping("/dossiers/{dossier}/openings")
    String open(
            Desk desk,
            @PathVariable DossierId dossier,
            @RequestParam CohortId cohort,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String hours,
            RedirectAttributes next) {
        try {
            String stated = Fields.needed("reason", reason, "head.reason");
            ExceptionalAccess opened = desk.access().openForReason(dossier, stated, Fields.number("hours", hours));
            next.addFlashAttribute(
                    "done",
                    words.say(
                            "head.opened",
                            words.moment(opened.endsAt(), desk.clock().getZone())));
            return "redirect:" + Where.of(dossier);
        } catch (InvalidInputException | ConflictException refused) {
            next.addFlashAttribute("problem", Refusals.detail(refused, Words.language()));
            next.addFlashAttribute("typed", Objects.requireNonNullElse(reason, ""));
            next.addFlashAttribute("typedFor", dossier.toString());
            return "redirect:/classes/" + cohort + "/learners";
        }
    }

    @PostMapping("/dossiers/{dossier}/openings/{id}/close")
    String close(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable ExceptionalAccessId id,
            @RequestParam CohortId cohort,
            RedirectAttributes next) {
        desk.access().endEarly(desk.access().opening(dossier, id));
        next.addFlashAttribute("done", words.say("head.closed"));
        return "redirect:/classes/" + cohort + "/learners";
    }
}
