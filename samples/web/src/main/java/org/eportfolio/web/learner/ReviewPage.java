package org.eportfolio.web.learner;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.access.Permission;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Version;
import org.eportfolio.id.CampaignId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ReviewAssignmentId;
import org.eportfolio.id.ReviewId;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.Criterion;
import org.eportfolio.peer.Remarks;
import org.eportfolio.peer.Review;
import org.eportfolio.peer.ReviewAssignment;
import org.eportfolio.spi.Stored;
import org.eportfolio.spring.FileResponse;
import org.eportfolio.web.look.Choice;
import org.eportfolio.web.look.Field;
import org.eportfolio.web.look.Form;
import org.eportfolio.web.look.LevelMark;
import org.eportfolio.web.look.Line;
import org.eportfolio.web.look.Section;
import org.eportfolio.web.look.Sent;
import org.eportfolio.web.look.Sheet;
import org.eportfolio.web.look.Where;
import org.eportfolio.web.look.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Peer reviews: what I am to review, what I wrote, and what peers wrote to me. */
@Controller
final class ReviewPage {
    private static final int SHOWN = 50;

    private final Words words;

    ReviewPage(Words words) {
        this.words = words;
    }

    @GetMapping("/reviews")
    String assigned(Desk desk, Model model) {
        ZoneId zone = desk.clock().getZone();
        Map<CampaignId, Campaign> campaigns = new HashMap<>();
        Map<CampaignId, Integer> copies = new HashMap<>();
        List<Line> all = desk.reviews().assigned(PageRequest.newest(SHOWN)).items().stream()
                .map(each -> {
                    Campaign campaign = campaigns.computeIfAbsent(each.campaign(), desk.campaigns()::get);
                    String state = words.say(each.submitted() ? "review.sent" : "review.open");
                    int copy = copies.merge(each.campaign(), 1, Integer::sum);
                    return new Line(
                            words.say("review.copy", campaign.title(), copy, state),
                            words.say("home.due", words.day(campaign.deadline(), zone)),
                            "/reviews/" + each.id());
                })
                .toList();
        return Sheet.titled(words.say("reviews"))
                .lead(words.say("reviews.lead"))
                .with(Section.of("all", words.say("reviews.assigned"))
                        .lines(all)
                        .none(words.say("reviews.none")))
                .show(model);
    }

    @GetMapping("/reviews/{id}")
    String show(Desk desk, @PathVariable ReviewAssignmentId id, Model model) {
        ReviewAssignment assignment = desk.reviews().assignment(id);
        Campaign campaign = desk.campaigns().get(assignment.campaign());
        Sheet sheet = Sheet.titled(campaign.title())
                .up("/reviews", words.say("reviews"))
                .lead(campaign.instructions());
        boolean running = !campaign.endedAt(desk.clock().instant());
        if (running) sheet = sheet.with(work(desk, id));
        Remarks remarks = assignment.remarks();
        if (assignment.submitted() && remarks != null)
            return sheet.with(written(campaign, remarks)).show(model);
        if (!running)
            return sheet.with(Section.of("over", words.say("review.over"))).show(model);
        return sheet.with(Section.of("mine", words.say("review.mine")).form(form(desk, campaign, assignment)))
                .show(model);
    }

    private Section work(Desk desk, ReviewAssignmentId id) {
        Version work = desk.reviews().work(id);
        List<Line> files = work.pieces().stream()
                .filter(Piece.File.class::isInstance)
                .map(Piece.File.class::cast)
                .map(each -> new Line(
                        each.name(),
                        "",
                        "/reviews/" + id + "/files/" + each.content().sha256()))
                .toList();
        Section section =
                Section.of("work", work.title()).text(work.description()).lines(files);
        for (Piece each : work.pieces()) if (each instanceof Piece.Text text) section = section.text(text.text());
        return section;
    }

    private Section written(Campaign campaign, Remarks remarks) {
        return Section.of("mine", words.say("review.mine"))
                .text(said(campaign, remarks).toArray(String[]::new));
    }

    private List<String> said(Campaign campaign, Remarks remarks) {
        List<String> said = new ArrayList<>();
        if (remarks.strength() != null) said.add(words.say("review.strength.said", remarks.strength()));
        for (Remarks.OnCriterion each : remarks.onCriteria()) {
            String level = each.level() == null ? "" : " (" + each.level().value() + ")";
            said.add(campaign.criteria().get(each.criterion() - 1).question() + " " + each.text() + level);
        }
        return said;
    }

    private Form form(Desk desk, Campaign campaign, ReviewAssignment assignment) {
        Remarks draft = assignment.remarks() == null ? Remarks.none() : assignment.remarks();
        Form form = Form.to("review", "/reviews/" + assignment.id(), words.say("save"))
                .field(Field.text("strength", words.say("review.strength"), draft.strength())
                        .hint(words.say("review.strength.hint")));
        List<Choice> levels = new ArrayList<>(List.of(new Choice("", words.say("nothing"))));
        if (campaign.criteria().stream().anyMatch(Criterion::levelled)) levels.addAll(levels(desk, campaign));
        for (int i = 1; i <= campaign.criteria().size(); i++) {
            int number = i;
            Criterion criterion = campaign.criteria().get(i - 1);
            Remarks.OnCriterion on = draft.onCriteria().stream()
                    .filter(each -> each.criterion() == number)
                    .findFirst()
                    .orElse(null);
            form = form.field(Field.text("on-" + i, criterion.question(), on == null ? null : on.text()));
            if (!criterion.levelled()) continue;
            String chosen = on == null || on.level() == null ? null : on.level().value();
            form = form.field(Field.choice("level-" + i, words.say("level"), levels, chosen));
        }
        return form.seen(assignment.revision())
                .field(Field.choice(
                        "act",
                        words.say("review.act"),
                        List.of(
                                new Choice("save", words.say("review.save")),
                                new Choice("send", words.say("review.send"))),
                        "save"));
    }

    private static List<Choice> levels(Desk desk, Campaign campaign) {
        return desk.frameworks().adoptions().stream()
                .filter(each -> each.id().equals(campaign.adoption()))
                .flatMap(each -> LevelMark.of(each.scale()).stream())
                .map(each -> new Choice(each.id(), each.symbol() + " " + each.label()))
                .toList();
    }

    @PostMapping("/reviews/{id}")
    String write(
            Desk desk,
            @PathVariable ReviewAssignmentId id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("review", typed, next).then("/reviews/" + id, form -> {
            ReviewAssignment seen = desk.reviews().assignment(id);
            form.unmoved("review-assignment", seen.revision());
            Remarks remarks = remarks(form, desk.campaigns().get(seen.campaign()));
            if (form.orEmpty("act").equals("send")) {
                desk.reviews().submit(id, remarks);
                return words.say("review.is.sent");
            }
            desk.reviews().save(seen, remarks);
            return words.say("review.is.saved");
        });
    }

    private static Remarks remarks(Sent form, Campaign campaign) {
        String strength = form.text("strength");
        Remarks remarks = strength == null ? Remarks.none() : Remarks.strength(strength);
        for (int i = 1; i <= campaign.criteria().size(); i++) {
            String text = form.orEmpty("on-" + i);
            String level = form.text("level-" + i);
            if (level != null) remarks = remarks.on(i, text, level);
            else if (!text.isEmpty()) remarks = remarks.on(i, text);
        }
        return remarks;
    }

    @GetMapping("/reviews/{id}/files/{sha256}")
    void file(
            Desk desk,
            @PathVariable ReviewAssignmentId id,
            @PathVariable String sha256,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Stored file = desk.reviews()
                .work(id)
                .contents()
                .filter(each -> each.sha256().toString().equals(sha256))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("file", sha256));
        FileResponse.send(file, range -> desk.reviews().download(id, file, range), request, response);
    }

    @GetMapping("/dossiers/{dossier}/reviews")
    String received(Desk desk, @PathVariable DossierId dossier, Model model) {
        Pages pages = Pages.of(desk, dossier, words);
        List<Review> all =
                desk.reviews().received(dossier, PageRequest.first(SHOWN)).items();
        Sheet sheet = pages.sheet(words.say("reviews.received"));
        if (all.isEmpty())
            sheet = sheet.with(Section.of("all", words.say("reviews.all")).none(words.say("reviews.received.none")));
        Map<CampaignId, Campaign> campaigns = new HashMap<>();
        for (Review each : all) {
            Campaign campaign = campaigns.computeIfAbsent(each.campaign(), desk.campaigns()::get);
            sheet = sheet.with(received(pages, each, campaign));
        }
        return sheet.show(model);
    }

    private Section received(Pages pages, Review review, Campaign campaign) {
        Section section =
                Section.of("r-" + review.id(), campaign.title() + ", " + words.say("review.peer", review.peer()));
        Remarks remarks = review.remarks();
        if (remarks == null) return section.text(words.say("review.withheld"));
        section = section.text(said(campaign, remarks).toArray(String[]::new));
        Review.Reply reply = review.reply();
        if (reply != null) section = section.text(words.say("review.replied", reply.text()));
        if (review.usefulness() != null) section = section.text(Words.name(review.usefulness()));
        if (!pages.may(Permission.ANSWER_REVIEW)) return section;
        String at = Where.of(pages.dossier()) + "/reviews/" + review.id();
        if (reply == null) {
            section = section.form(Form.to("reply-" + review.id(), at + "/reply", words.say("review.reply"))
                    .field(Field.text("text", words.say("review.reply.text"), null)));
        }
        List<Choice> useful = Arrays.stream(Review.Usefulness.values())
                .map(each -> new Choice(each.name(), Words.name(each)))
                .toList();
        return section.form(Form.small("rate-" + review.id(), at + "/rate", words.say("review.rate"))
                .field(Field.choice("usefulness", words.say("review.useful"), useful, null)));
    }

    @PostMapping("/dossiers/{dossier}/reviews/{id}/reply")
    String reply(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable ReviewId id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("reply-" + id, typed, next).then(Where.of(dossier) + "/reviews", form -> {
            desk.reviews().reply(desk.reviews().get(dossier, id), form.needed("text"));
            return words.say("review.is.replied");
        });
    }

    @PostMapping("/dossiers/{dossier}/reviews/{id}/rate")
    String rate(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable ReviewId id,
            @RequestParam Review.Usefulness usefulness,
            RedirectAttributes next) {
        return new Sent("rate-" + id, next).then(Where.of(dossier) + "/reviews", form -> {
            desk.reviews().rate(desk.reviews().get(dossier, id), usefulness);
            return words.say("review.is.rated");
        });
    }
}
