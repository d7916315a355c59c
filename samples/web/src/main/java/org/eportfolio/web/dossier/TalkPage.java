package org.eportfolio.web.dossier;

import java.util.function.Supplier;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.Desk;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.FeedbackId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.id.ReflectionId;
import org.eportfolio.reflection.Subject;
import org.eportfolio.spring.Refusals;
import org.eportfolio.web.look.Where;
import org.eportfolio.web.look.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking, commenting, replying, and taking one's words back. */
@Controller
final class TalkPage {
    private final Words words;

    TalkPage(Words words) {
        this.words = words;
    }

    @PostMapping("/dossiers/{dossier}/productions/{id}/say")
    String ofProduction(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable ProductionId id,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String act,
            RedirectAttributes next) {
        return said(desk, new Subject.OfProduction(dossier, id), text, act, next);
    }

    @PostMapping("/dossiers/{dossier}/reflections/{id}/say")
    String ofReflection(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable ReflectionId id,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String act,
            RedirectAttributes next) {
        return said(desk, new Subject.OfReflection(dossier, id), text, act, next);
    }

    private String said(
            Desk desk, Subject subject, @Nullable String text, @Nullable String act, RedirectAttributes next) {
        String given = text == null ? "" : text;
        return kept(subject, given, next, () -> {
            if ("prompt".equals(act)) desk.feedback().prompt(subject, given);
            else desk.feedback().comment(subject, given);
            return words.say("talk.done");
        });
    }

    @PostMapping("/dossiers/{dossier}/feedback/{id}/reply")
    String reply(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable FeedbackId id,
            @RequestParam(required = false) @Nullable String text,
            RedirectAttributes next) {
        Subject subject = desk.feedback().get(dossier, id).opener().subject();
        String given = text == null ? "" : text;
        return kept(subject, given, next, () -> {
            desk.feedback().reply(dossier, id, given);
            return words.say("talk.done");
        });
    }

    @PostMapping("/dossiers/{dossier}/feedback/{id}/withdraw")
    String withdraw(Desk desk, @PathVariable DossierId dossier, @PathVariable FeedbackId id, RedirectAttributes next) {
        Subject subject = desk.feedback().get(dossier, id).opener().subject();
        return kept(subject, "", next, () -> {
            desk.feedback().withdraw(dossier, id);
            return words.say("talk.withdrawn");
        });
    }

    /** What was typed comes back with a refusal. */
    private static String kept(Subject subject, String typed, RedirectAttributes next, Supplier<String> call) {
        try {
            next.addFlashAttribute("done", call.get());
        } catch (InvalidInputException refused) {
            next.addFlashAttribute("problem", Refusals.detail(refused, Words.language()));
            next.addFlashAttribute("typed", typed);
        }
        return "redirect:" + Where.of(subject);
    }
}
