package org.eportfolio.web.learner;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.PageRequest;
import org.eportfolio.access.Permission;
import org.eportfolio.badge.BadgeAward;
import org.eportfolio.badge.BadgeChoice;
import org.eportfolio.badge.BadgeStatus;
import org.eportfolio.badge.IssuedBadge;
import org.eportfolio.badge.NewBadgeAcceptance;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Production;
import org.eportfolio.framework.LevelId;
import org.eportfolio.id.BadgeAwardId;
import org.eportfolio.id.BadgeDefinitionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.id.Ref;
import org.eportfolio.spring.Refusals;
import org.eportfolio.web.look.Choice;
import org.eportfolio.web.look.Field;
import org.eportfolio.web.look.Form;
import org.eportfolio.web.look.FormErrors;
import org.eportfolio.web.look.Headers;
import org.eportfolio.web.look.LevelMark;
import org.eportfolio.web.look.Section;
import org.eportfolio.web.look.Sent;
import org.eportfolio.web.look.Sheet;
import org.eportfolio.web.look.Where;
import org.eportfolio.web.look.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Badges: asked for or offered, accepted or not by the learner, and never of a bloc or a diploma. */
@Controller
final class BadgePage {
    private static final int SHOWN = 50;

    private final Words words;
    private final BadgeKey key;

    BadgePage(Words words, BadgeKey key) {
        this.words = words;
        this.key = key;
    }

    private static String address(DossierId dossier) {
        return Where.of(dossier) + "/badges";
    }

    @GetMapping("/dossiers/{dossier}/badges")
    String show(Desk desk, @PathVariable DossierId dossier, Model model) {
        Pages pages = Pages.of(desk, dossier, words);
        List<BadgeAward> awards =
                desk.badges().list(dossier, PageRequest.newest(SHOWN)).items();
        Sheet sheet = pages.sheet(words.say("badges")).lead(words.say("badges.lead"));
        if (awards.isEmpty())
            sheet = sheet.with(Section.of("all", words.say("badges.all")).none(words.say("badges.none")));
        List<Choice> evidence = evidence(pages, awards);
        for (BadgeAward each : awards) sheet = sheet.with(section(pages, each, evidence));
        List<Choice> open = desk.badges().definitions(PageRequest.first(SHOWN)).items().stream()
                .filter(each -> !each.closed())
                .map(each -> new Choice(each.id().toString(), each.statement().title()))
                .toList();
        if (!open.isEmpty() && pages.may(Permission.KEEP_BADGE)) sheet = sheet.with(asking(dossier, open));
        if (!open.isEmpty() && pages.may(Permission.AWARD_BADGE)) sheet = sheet.with(offering(desk, dossier, open));
        return sheet.show(model);
    }

    private Section asking(DossierId dossier, List<Choice> open) {
        return Section.of("new", words.say("badge.ask"))
                .form(Form.to("ask", address(dossier), words.say("badge.ask.send"))
                        .field(
                                Field.choice("badge", words.say("badge"), open, null),
                                Field.text("words", words.say("badge.words"), null))
                        .once());
    }

    private Section offering(Desk desk, DossierId dossier, List<Choice> open) {
        List<Choice> levels = new ArrayList<>(List.of(new Choice("", words.say("badge.level.none"))));
        LevelMark.of(desk.progress().of(dossier).adoption().scale())
                .forEach(each -> levels.add(new Choice(each.id(), each.symbol() + " " + each.label())));
        return Section.of("new-offer", words.say("badge.offer"))
                .form(Form.to("offer", address(dossier) + "/offer", words.say("badge.offer.send"))
                        .field(
                                Field.choice("badge", words.say("badge"), open, null),
                                Field.choice("level", words.say("level"), levels, null)
                                        .hint(words.say("badge.level.hint")),
                                Field.text("reason", words.say("badge.reason"), null))
                        .once());
    }

    /** What learners can cite for what they are offered. */
    private static List<Choice> evidence(Pages pages, List<BadgeAward> awards) {
        boolean offered = awards.stream().anyMatch(each -> each.status() == BadgeStatus.OFFERED);
        if (!offered || !pages.may(Permission.KEEP_BADGE)) return List.of();
        return pages.desk().productions().list(pages.dossier(), PageRequest.newest(SHOWN)).items().stream()
                .map(each -> new Choice(each.id().toString(), each.title()))
                .toList();
    }

    private Section section(Pages pages, BadgeAward award, List<Choice> evidence) {
        Section section = Section.of("b-" + award.id(), award.statement().title())
                .text(
                        Words.name(award.status()),
                        award.statement().description(),
                        words.say("badge.for", award.statement().criteria()));
        BadgeAward.Request asked = award.request();
        if (asked != null) section = section.text(words.say("badge.asked", asked.words()));
        BadgeAward.Offer offer = award.offer();
        if (offer != null) section = section.text(words.say("badge.offered", offer.reason()));
        BadgeAward.Ending ending = award.ending();
        if (ending != null) section = section.text(words.say("badge.ended", ending.reason()));
        boolean own = pages.may(Permission.KEEP_BADGE);
        boolean team = pages.may(Permission.AWARD_BADGE);
        return switch (award.status()) {
            case ASKED -> team ? section.form(ending(award, "refuse")) : section;
            case OFFERED -> own ? section.form(accepting(pages, award, evidence), ending(award, "decline")) : section;
            case ACCEPTED -> accepted(pages, award, section);
            default -> section;
        };
    }

    private Section accepted(Pages pages, BadgeAward award, Section section) {
        Section all = section;
        if (key.isThere() && pages.may(Permission.ISSUE_BADGE)) {
            all = all.form(Form.small("take-" + award.id(), at(award, "take"), words.say("badge.take")));
        }
        return pages.may(Permission.REVOKE_BADGE) ? all.form(ending(award, "revoke")) : all;
    }

    private Form accepting(Pages pages, BadgeAward award, List<Choice> evidence) {
        return Form.to("accept-" + award.id(), at(award, "accept"), words.say("badge.accept"))
                .field(
                        Field.line(
                                        "name",
                                        words.say("badge.name"),
                                        pages.desk().me().get().name().display())
                                .hint(words.say("badge.name.hint")),
                        Field.picks("evidence", words.say("evidence"), evidence, List.of()))
                .seen(award.revision());
    }

    private Form ending(BadgeAward award, String act) {
        return Form.to(act + "-" + award.id(), at(award, act), words.say("badge." + act))
                .field(Field.line("reason", words.say("badge.reason"), null))
                .seen(award.revision());
    }

    private static String at(BadgeAward award, String act) {
        return address(award.dossier()) + "/" + award.id() + "/" + act;
    }

    @PostMapping("/dossiers/{dossier}/badges")
    String ask(
            Desk desk,
            @PathVariable DossierId dossier,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("ask", typed, next).then(address(dossier), form -> {
            BadgeDefinitionId badge = form.neededId("badge", BadgeDefinitionId::of);
            BadgeAward unused = form.once(desk, d -> d.badges().ask(dossier, badge, form.orEmpty("words")));
            return words.say("badge.is.asked");
        });
    }

    @PostMapping("/dossiers/{dossier}/badges/offer")
    String offer(
            Desk desk,
            @PathVariable DossierId dossier,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("offer", typed, next).then(address(dossier), form -> {
            BadgeDefinitionId badge = form.neededId("badge", BadgeDefinitionId::of);
            LevelId at = form.id("level", LevelId::of);
            String reason = form.needed("reason");
            BadgeAward unused = form.once(desk, d -> d.badges().offer(dossier, badge, at, reason));
            return words.say("badge.is.offered");
        });
    }

    @PostMapping("/dossiers/{dossier}/badges/{id}/accept")
    String accept(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable BadgeAwardId id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("accept-" + id, typed, next).then(address(dossier), form -> {
            BadgeAward seen = desk.badges().get(dossier, id);
            form.unmoved("badge-award", seen.revision());
            Production[] cited = form.all("evidence").stream()
                    .map(each -> Ref.in(dossier, Ref.Kind.PRODUCTION, each))
                    .map(each -> desk.productions().get(dossier, ProductionId.of(each.id())))
                    .toArray(Production[]::new);
            desk.badges()
                    .accept(seen, NewBadgeAcceptance.as(form.needed("name")).citing(cited));
            return words.say("badge.is.accepted");
        });
    }

    @PostMapping("/dossiers/{dossier}/badges/{id}/{act:decline|refuse|revoke}")
    String end(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable BadgeAwardId id,
            @PathVariable String act,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent(act + "-" + id, typed, next).then(address(dossier), form -> {
            BadgeAward seen = desk.badges().get(dossier, id);
            form.unmoved("badge-award", seen.revision());
            String reason = form.needed("reason");
            switch (act) {
                case "decline" -> desk.badges().decline(seen, reason);
                case "refuse" -> desk.badges().refuse(seen, reason);
                default -> desk.badges().revoke(seen, reason);
            }
            return words.say("badge.is.ended");
        });
    }

    /** The badge as a file that others verify without the school; the journal keeps that it left. */
    @PostMapping("/dossiers/{dossier}/badges/{id}/take")
    @Nullable
    String take(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable BadgeAwardId id,
            RedirectAttributes next,
            HttpServletResponse response)
            throws IOException {
        try {
            IssuedBadge ready = desk.badges()
                    .readyToIssue(dossier, new BadgeChoice(List.of(id)))
                    .get(0);
            byte[] credential = key.signed(ready, desk.clock()).getBytes(StandardCharsets.UTF_8);
            desk.badges().issue(dossier, id);
            String title = ready.award().statement().title();
            Headers.toSave(words.say("badge.file", title) + ".json", "application/vc+ld+json", response);
            response.getOutputStream().write(credential);
            return null;
        } catch (ConflictException | DeniedException refused) {
            FormErrors errors = FormErrors.of("", Refusals.detail(refused, Words.language()));
            return new Sent("take-" + id, next).refused(address(dossier), errors);
        }
    }
}
