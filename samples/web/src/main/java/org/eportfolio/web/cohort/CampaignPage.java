package org.eportfolio.web.cohort;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.access.HeldPermissions;
import org.eportfolio.access.Permission;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.CampaignId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.id.Ref;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.Criterion;
import org.eportfolio.peer.HandIn;
import org.eportfolio.peer.NewCampaign;
import org.eportfolio.peer.NewHandIn;
import org.eportfolio.peer.ReviewAssignment;
import org.eportfolio.school.Reach;
import org.eportfolio.web.look.Choice;
import org.eportfolio.web.look.Field;
import org.eportfolio.web.look.Form;
import org.eportfolio.web.look.Line;
import org.eportfolio.web.look.People;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Peer reviews of a class: opened by a teacher, handed in to by learners, drawn, and over at a date. */
@Controller
final class CampaignPage {
    private static final int SHOWN = 50;
    private static final int CRITERIA = 4;
    private static final LocalTime LAST = LocalTime.of(23, 59);

    private final Words words;

    CampaignPage(Words words) {
        this.words = words;
    }

    private static String address(CohortId cohort) {
        return "/classes/" + cohort + "/campaigns";
    }

    private static String address(CampaignId id) {
        return "/campaigns/" + id;
    }

    @GetMapping("/classes/{cohort}/campaigns")
    String list(Desk desk, @PathVariable CohortId cohort, Model model) {
        ZoneId zone = desk.clock().getZone();
        List<Line> all = desk.campaigns().list(cohort, PageRequest.newest(SHOWN)).items().stream()
                .map(each -> new Line(
                        each.title(), words.say("home.due", words.day(each.deadline(), zone)), address(each.id())))
                .toList();
        Sheet sheet = Sheet.titled(words.say("campaigns"))
                .up("/classes/" + cohort, words.say("campaigns.class"))
                .lead(words.say("campaigns.lead"))
                .with(Section.of("all", words.say("campaigns.all")).lines(all).none(words.say("campaigns.none")));
        if (desk.me().may(new Reach.OfCohort(cohort)).has(Permission.RUN_CAMPAIGN))
            sheet = sheet.with(opening(desk, cohort));
        return sheet.show(model);
    }

    private Section opening(Desk desk, CohortId cohort) {
        Form form = Form.to("campaign", address(cohort), words.say("campaign.open"))
                .field(
                        Field.line("title", words.say("campaign.title"), null),
                        Field.text("instructions", words.say("campaign.instructions"), null));
        for (int i = 0; i < CRITERIA; i++)
            form = form.field(Field.line("criterion-" + i, words.say("campaign.criterion", i + 1), null));
        return Section.of("new", words.say("campaign.new"))
                .form(form.field(
                                Field.day(
                                        "deadline",
                                        words.say("campaign.deadline"),
                                        LocalDate.now(desk.clock()).plusWeeks(2)),
                                Field.choice(
                                        "anonymous",
                                        words.say("campaign.names"),
                                        List.of(
                                                new Choice("no", words.say("campaign.named")),
                                                new Choice("yes", words.say("campaign.anonymous"))),
                                        "no"))
                        .once());
    }

    @PostMapping("/classes/{cohort}/campaigns")
    String open(
            Desk desk,
            @PathVariable CohortId cohort,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("campaign", typed, next).then(address(cohort), form -> {
            NewCampaign input = input(desk, cohort, form);
            Campaign made = form.once(desk, d -> d.campaigns().open(input));
            form.leadsTo(address(made.id()));
            return words.say("campaign.opened");
        });
    }

    private static NewCampaign input(Desk desk, CohortId cohort, Sent form) {
        NewCampaign input = NewCampaign.of(cohort, form.needed("title")).instructing(form.orEmpty("instructions"));
        for (int i = 0; i < CRITERIA; i++) {
            String question = form.text("criterion-" + i);
            if (question != null) input = input.asking(Criterion.of(question));
        }
        if (input.criteria().isEmpty())
            throw InvalidInputException.because("criterion-0", WebMessages.of("field.missing"));
        Instant until = form.neededDay("deadline")
                .atTime(LAST)
                .atZone(desk.clock().getZone())
                .toInstant();
        input = input.until(until);
        return form.orEmpty("anonymous").equals("yes") ? input.anonymously() : input;
    }

    @GetMapping("/campaigns/{id}")
    String show(Desk desk, @PathVariable CampaignId id, Model model) {
        Campaign campaign = desk.campaigns().get(id);
        HeldPermissions rights = desk.me().may(new Reach.OfCohort(campaign.cohort()));
        boolean ended = campaign.endedAt(desk.clock().instant());
        Sheet sheet = Sheet.titled(campaign.title())
                .lead(words.say(
                        ended
                                ? "campaign.is.over"
                                : campaign.assignedAt() == null ? "campaign.is.open" : "campaign.is.drawn",
                        words.day(campaign.deadline(), desk.clock().getZone())));
        boolean runs = rights.has(Permission.RUN_CAMPAIGN);
        if (runs) sheet = sheet.up(address(campaign.cohort()), words.say("campaigns"));
        sheet = sheet.with(Section.of("what", words.say("campaign.what"))
                .text(campaign.instructions())
                .lines(campaign.criteria().stream()
                        .map(each -> new Line(each.question(), "", null))
                        .toList()));
        if (rights.has(Permission.REVIEW_PEERS) && !ended) sheet = sheet.withOptional(handingIn(desk, campaign));
        if (runs)
            sheet = sheet.with(work(desk, campaign)).with(tasks(desk, campaign)).withOptional(steps(campaign, ended));
        return sheet.show(model);
    }

    private @Nullable Section handingIn(Desk desk, Campaign campaign) {
        DossierId dossier = own(desk, campaign).orElse(null);
        if (dossier == null) return null;
        Section section = Section.of("mine", words.say("campaign.mine"));
        Optional<HandIn> before = desk.campaigns().handedIn(campaign.id());
        if (before.isPresent()) {
            Production work =
                    desk.productions().get(dossier, before.get().work().production());
            section = section.text(words.say("campaign.handed", work.title()));
        }
        if (campaign.assignedAt() != null) return section.none(words.say("campaign.is.drawn.short"));
        List<Choice> productions = desk.productions().list(dossier, PageRequest.newest(SHOWN)).items().stream()
                .map(each -> new Choice(each.id().toString(), each.title()))
                .toList();
        return section.form(Form.to("hand-in", address(campaign.id()) + "/hand-in", words.say("campaign.hand-in"))
                .field(Field.choice("production", words.say("showcase.production"), productions, null)));
    }

    /** The reader's dossier for what the class works with, of several over the years. */
    private static Optional<DossierId> own(Desk desk, Campaign campaign) {
        return desk.me().get().dossiers().stream()
                .filter(each -> each.adoptions().anyMatch(campaign.adoption()::equals))
                .map(Dossier::id)
                .findFirst();
    }

    private Section work(Desk desk, Campaign campaign) {
        List<HandIn> all = Page.all(next -> desk.campaigns().handIns(campaign.id(), next));
        People people = People.of(desk, all.stream().map(HandIn::author).toList());
        return Section.of("work", words.say("campaign.work"))
                .lines(all.stream()
                        .map(each -> new Line(
                                people.name(each.author()),
                                words.day(each.at(), desk.clock().getZone()),
                                null))
                        .toList())
                .none(words.say("campaign.work.none"));
    }

    private Section tasks(Desk desk, Campaign campaign) {
        List<ReviewAssignment> all = Page.all(next -> desk.campaigns().assignments(campaign.id(), next));
        People people = People.of(
                desk,
                all.stream()
                        .flatMap(each -> Stream.of(each.reviewer(), each.reviewed()))
                        .toList());
        return Section.of("tasks", words.say("campaign.tasks"))
                .table(Table.under(
                                words.say("campaign.reviewer"), words.say("campaign.reviewed"), words.say("link.state"))
                        .rows(all.stream()
                                .map(each -> Table.row(
                                        people.name(each.reviewer()),
                                        people.name(each.reviewed()),
                                        words.say(each.submitted() ? "review.sent" : "review.open")))
                                .toList()))
                .none(words.say("campaign.tasks.none"));
    }

    private @Nullable Section steps(Campaign campaign, boolean ended) {
        if (ended) return null;
        Section section = Section.of("steps", words.say("campaign.steps"));
        if (campaign.assignedAt() == null) {
            section = section.form(Form.to("draw", address(campaign.id()) + "/draw", words.say("campaign.draw"))
                    .field(Field.number("each", words.say("campaign.each"), 2))
                    .last(words.say("campaign.draw.sure")));
        }
        return section.form(Form.to("close", address(campaign.id()) + "/close", words.say("campaign.close"))
                .last(words.say("campaign.close.sure")));
    }

    @PostMapping("/campaigns/{id}/hand-in")
    String handIn(
            Desk desk,
            @PathVariable CampaignId id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("hand-in", typed, next).then(address(id), form -> {
            DossierId dossier =
                    own(desk, desk.campaigns().get(id)).orElseThrow(() -> new NotFoundException("campaign", id));
            Ref chosen = Ref.in(dossier, Ref.Kind.PRODUCTION, form.needed("production"));
            Production work = desk.productions().get(dossier, ProductionId.of(chosen.id()));
            desk.campaigns().handIn(id, dossier, NewHandIn.of(work));
            return words.say("campaign.handed", work.title());
        });
    }

    @PostMapping("/campaigns/{id}/draw")
    String draw(
            Desk desk,
            @PathVariable CampaignId id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("draw", typed, next).then(address(id), form -> {
            form.sure();
            return words.say(
                    "campaign.is.drawn.now",
                    desk.campaigns().draw(id, form.number("each")).size());
        });
    }

    @PostMapping("/campaigns/{id}/close")
    String close(
            Desk desk,
            @PathVariable CampaignId id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("close", typed, next).then(address(id), form -> {
            form.sure();
            desk.campaigns().close(id);
            return words.say("campaign.closed");
        });
    }
}
