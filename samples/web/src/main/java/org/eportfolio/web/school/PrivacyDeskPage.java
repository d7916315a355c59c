package org.eportfolio.web.school;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.access.HeldPermissions;
import org.eportfolio.access.Permission;
import org.eportfolio.core.Desk;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.PrivacyRequestId;
import org.eportfolio.id.SealId;
import org.eportfolio.privacy.ErasureOutcome;
import org.eportfolio.privacy.ErasurePlan;
import org.eportfolio.privacy.ErasureReceipt;
import org.eportfolio.privacy.NewPrivacyRequest;
import org.eportfolio.privacy.NoticeAudience;
import org.eportfolio.privacy.PlannedRecord;
import org.eportfolio.privacy.PrivacyRequest;
import org.eportfolio.privacy.RetentionDue;
import org.eportfolio.school.Reach;
import org.eportfolio.web.look.Choice;
import org.eportfolio.web.look.Field;
import org.eportfolio.web.look.Form;
import org.eportfolio.web.look.Headers;
import org.eportfolio.web.look.Line;
import org.eportfolio.web.look.People;
import org.eportfolio.web.look.Section;
import org.eportfolio.web.look.Sending;
import org.eportfolio.web.look.Sent;
import org.eportfolio.web.look.Sheet;
import org.eportfolio.web.look.Table;
import org.eportfolio.web.look.WebMessages;
import org.eportfolio.web.look.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** For those who answer for personal data: the register, what people asked for, what is due, and erasing step by step. */
@Controller
final class PrivacyDeskPage {
    private static final String HERE = "/school/privacy";
    private static final String ERASE = "/school/erasure";
    private static final int SHOWN = 50;

    private final Words words;

    PrivacyDeskPage(Words words) {
        this.words = words;
    }

    @GetMapping("/school/privacy")
    String show(Desk desk, Model model) {
        HeldPermissions rights = desk.me().may(new Reach.Organisation());
        Sheet sheet = Sheet.titled(words.say("dpo")).lead(words.say("dpo.lead")).with(requests(desk));
        if (rights.has(Permission.PLAN_ERASURE)) sheet = sheet.with(due(desk), erased(desk));
        return sheet.with(documents()).show(model);
    }

    private Section requests(Desk desk) {
        List<PrivacyRequest> all =
                desk.privacy().requests(PageRequest.newest(SHOWN)).items();
        People people = People.of(desk, all.stream().map(PrivacyRequest::person).toList());
        List<Table.Row> rows = new ArrayList<>();
        for (PrivacyRequest each : all) {
            PrivacyRequest.Settlement settled = each.settlement();
            Table.Row row = Table.Row.of(
                    Table.Cell.of(people.name(each.person())),
                    Table.Cell.of(Words.name(each.right()) + (each.detail().isBlank() ? "" : " : " + each.detail())),
                    Table.Cell.of(words.day(each.answerBy())),
                    Table.Cell.of(
                            settled == null
                                    ? words.say("dpo.open")
                                    : Words.name(settled.answer()) + " : " + settled.reason()));
            if (settled == null) {
                row = row.form(Form.small(
                                "settle-" + each.id(), HERE + "/requests/" + each.id(), words.say("dpo.settle"))
                        .field(
                                Field.choice(
                                        "answer",
                                        words.say("dpo.answer"),
                                        Arrays.stream(PrivacyRequest.Answer.values())
                                                .map(one -> new Choice(one.name(), Words.name(one)))
                                                .toList(),
                                        null),
                                Field.line("reason", words.say("badge.reason"), null))
                        .seen(each.revision()));
            }
            rows.add(row);
        }
        return Section.of("requests", words.say("dpo.requests"))
                .table(Table.under(
                                words.say("people.person"),
                                words.say("dpo.asked"),
                                words.say("dpo.by"),
                                words.say("dpo.answer"))
                        .rows(rows))
                .none(words.say("dpo.requests.none"))
                .form(Form.to("request", HERE + "/requests", words.say("dpo.record"))
                        .field(
                                Field.line("person", words.say("people.id"), null),
                                Field.choice(
                                        "right",
                                        words.say("dpo.right"),
                                        Arrays.stream(PrivacyRequest.Right.values())
                                                .map(one -> new Choice(one.name(), Words.name(one)))
                                                .toList(),
                                        null),
                                Field.text("detail", words.say("dpo.detail"), null),
                                Field.day("receivedOn", words.say("dpo.received"), LocalDate.now(desk.clock()))));
    }

    private Section due(Desk desk) {
        List<RetentionDue> all = desk.privacy()
                .due(LocalDate.now(desk.clock()), PageRequest.first(SHOWN))
                .items();
        People people = People.of(desk, all.stream().map(RetentionDue::person).toList());
        return Section.of("due", words.say("dpo.due"))
                .lines(all.stream()
                        .map(each -> new Line(
                                people.name(each.person()) + " (" + each.rule().id() + ")",
                                words.day(each.dueOn()),
                                erase(each.person())))
                        .toList())
                .none(words.say("dpo.due.none"))
                .form(Form.asking("erasure", ERASE, words.say("erasure.plan"))
                        .field(Field.line("person", words.say("people.id"), null)));
    }

    private static String erase(PersonId person) {
        return ERASE + "?person=" + UriUtils.encodeQueryParam(person.value(), StandardCharsets.UTF_8);
    }

    private Section erased(Desk desk) {
        ZoneId zone = desk.clock().getZone();
        return Section.of("erased", words.say("dpo.erased"))
                .lines(desk.privacy().receipts(PageRequest.newest(SHOWN)).items().stream()
                        .map(each -> new Line(
                                words.say(
                                        "dpo.receipt",
                                        each.done().stream()
                                                .mapToInt(ErasureReceipt.Count::records)
                                                .sum(),
                                        each.files()),
                                words.moment(each.at(), zone),
                                null))
                        .toList())
                .none(words.say("dpo.erased.none"));
    }

    private Section documents() {
        List<Line> lines = new ArrayList<>(List.of(new Line(words.say("dpo.register"), "", HERE + "/register")));
        for (NoticeAudience each : NoticeAudience.values()) {
            lines.add(new Line(words.say("dpo.notice." + each.name()), "", HERE + "/notices/" + each));
        }
        lines.add(new Line(words.say("dpo.impact"), "", HERE + "/impact"));
        return Section.of("documents", words.say("dpo.documents")).lines(lines);
    }

    @GetMapping("/school/privacy/register")
    void register(Desk desk, HttpServletResponse response) throws IOException {
        written("register", desk.privacy().register().document(Words.language()), response);
    }

    @GetMapping("/school/privacy/notices/{audience}")
    void notices(Desk desk, @PathVariable NoticeAudience audience, HttpServletResponse response) throws IOException {
        written("notice", desk.privacy().notices(audience, Words.language()).markdown(), response);
    }

    @GetMapping("/school/privacy/impact")
    void impact(Desk desk, HttpServletResponse response) throws IOException {
        written("impact", desk.privacy().impactAssessment(Words.language()).markdown(), response);
    }

    private void written(String name, String text, HttpServletResponse response) throws IOException {
        Headers.toSave(words.say("dpo.file." + name) + ".md", "text/markdown;charset=UTF-8", response);
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/school/privacy/requests")
    String record(Desk desk, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        return new Sent("request", typed, next).then(HERE, form -> {
            PrivacyRequest.Right right = form.one(PrivacyRequest.Right.class, "right");
            NewPrivacyRequest input = NewPrivacyRequest.of(form.needed("person"), right, form.neededDay("receivedOn"))
                    .asking(form.orEmpty("detail"));
            desk.privacy().request(input);
            return words.say("dpo.recorded");
        });
    }

    @PostMapping("/school/privacy/requests/{id}")
    String settle(
            Desk desk,
            @PathVariable PrivacyRequestId id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("settle-" + id, typed, next).then(HERE, form -> {
            PrivacyRequest seen = Page.all(desk.privacy()::requests).stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new NotFoundException("privacy-request", id));
            form.unmoved("privacy-request", seen.revision());
            desk.privacy().settle(seen, form.one(PrivacyRequest.Answer.class, "answer"), form.needed("reason"));
            return words.say("dpo.settled");
        });
    }

    /** First what would happen, kind by kind and each with its reason; nothing is done. */
    @GetMapping("/school/erasure")
    String plan(Desk desk, @RequestParam String person, Model model) {
        ErasurePlan plan = desk.privacy().planErasure(PersonId.of(person));
        String name = People.of(desk, List.of(plan.person())).name(plan.person());
        Sheet sheet = Sheet.titled(words.say("erasure", name))
                .up(HERE, words.say("dpo"))
                .lead(words.say(
                        "erasure.lead",
                        plan.count(ErasureOutcome.DELETE),
                        plan.count(ErasureOutcome.PSEUDONYMISE),
                        plan.count(ErasureOutcome.KEEP),
                        plan.files().size()))
                .with(planned(plan));
        if (!plan.undecided().isEmpty()) sheet = sheet.with(seals(plan));
        else if (desk.me().may(new Reach.Organisation()).has(Permission.ERASE)) sheet = sheet.with(last(desk, plan));
        return sheet.show(model);
    }

    private Section planned(ErasurePlan plan) {
        Map<List<String>, Integer> counts = new LinkedHashMap<>();
        for (PlannedRecord each : plan.records()) {
            List<String> line = List.of(
                    Words.name(each.outcome()),
                    Message.of("kind." + each.kind()).in(Words.language()),
                    each.reason().in(Words.language()));
            counts.merge(line, 1, Integer::sum);
        }
        return Section.of("plan", words.say("erasure.what"))
                .table(Table.under(
                                words.say("erasure.outcome"),
                                words.say("erasure.kind"),
                                words.say("badge.reason"),
                                words.say("erasure.count"))
                        .rows(counts.entrySet().stream()
                                .map(each -> Table.row(
                                        each.getKey().get(0),
                                        each.getKey().get(1),
                                        each.getKey().get(2),
                                        each.getValue().toString()))
                                .toList()))
                .none(words.say("erasure.nothing"));
    }

    private Section seals(ErasurePlan plan) {
        Section section = Section.of("seals", words.say("erasure.seals")).text(words.say("erasure.seals.lead"));
        for (SealId each : plan.undecided()) {
            section = section.form(Form.to("seal-" + each, ERASE + "/seals/" + each, words.say("erasure.decide"))
                    .field(
                            Field.hidden("person", plan.person().value()),
                            Field.choice(
                                    "decision",
                                    words.say("erasure.seal"),
                                    List.of(
                                            new Choice("keep", words.say("erasure.keep")),
                                            new Choice("drop", words.say("erasure.drop"))),
                                    null),
                            Field.line("ground", words.say("erasure.ground"), null)));
        }
        return section;
    }

    private Section last(Desk desk, ErasurePlan plan) {
        Form form = Form.to("erase", ERASE, words.say("erasure.do"))
                .field(Field.hidden("person", plan.person().value()), Field.hidden("plan", mark(plan)));
        if (plan.visaNeeded()) form = form.field(Field.line("visa", words.say("erasure.visa"), null));
        return Section.of("erase", words.say("erasure.last"))
                .text(plan.destruction().text(Words.language(), desk.clock().getZone()))
                .form(form.field(Field.line(
                                "again",
                                words.say("erasure.again", plan.person().value()),
                                null))
                        .last(words.say("erasure.sure")));
    }

    /** By which it is told whether the plan is another by now. */
    private static String mark(ErasurePlan plan) {
        return Sending.mark(plan.records() + "" + plan.files() + plan.decisions());
    }

    @PostMapping("/school/erasure/seals/{seal}")
    String decide(
            Desk desk,
            @PathVariable SealId seal,
            @RequestParam String person,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("seal-" + seal, typed, next).then(erase(PersonId.of(person)), form -> {
            ErasurePlan plan = desk.privacy().planErasure(PersonId.of(person));
            String ground = form.needed("ground");
            if (form.needed("decision").equals("keep")) desk.privacy().keepSeal(plan, seal, ground);
            else desk.privacy().dropSeal(plan, seal, ground);
            return words.say("erasure.decided");
        });
    }

    @PostMapping("/school/erasure")
    String erase(
            Desk desk,
            @RequestParam String person,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("erase", typed, next).then(erase(PersonId.of(person)), form -> {
            form.sure();
            if (!form.orEmpty("again").strip().equals(person))
                throw InvalidInputException.because("again", WebMessages.of("erasure.again"));
            ErasurePlan plan = desk.privacy().planErasure(PersonId.of(person));
            if (!mark(plan).equals(form.orEmpty("plan")))
                throw InvalidInputException.because("", WebMessages.of("year.moved"));
            String visa = form.text("visa");
            ErasureReceipt receipt = desk.privacy().erase(visa == null ? plan : plan.withVisa(visa));
            form.leadsTo(HERE);
            return words.say("erasure.done", receipt.id());
        });
    }
}
