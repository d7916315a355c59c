package org.eportfolio.web.learner;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.access.Permission;
import org.eportfolio.certification.Advice;
import org.eportfolio.certification.ExamFile;
import org.eportfolio.certification.ExamUse;
import org.eportfolio.certification.NewExamFile;
import org.eportfolio.certification.Seal;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ExamFileId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.id.Ref;
import org.eportfolio.id.SealId;
import org.eportfolio.sharing.IssuedLink;
import org.eportfolio.web.look.Choice;
import org.eportfolio.web.look.Field;
import org.eportfolio.web.look.Form;
import org.eportfolio.web.look.Headers;
import org.eportfolio.web.look.Line;
import org.eportfolio.web.look.Links;
import org.eportfolio.web.look.People;
import org.eportfolio.web.look.Secret;
import org.eportfolio.web.look.Section;
import org.eportfolio.web.look.Sent;
import org.eportfolio.web.look.Sheet;
import org.eportfolio.web.look.Table;
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

/** The file that a candidate prepares for an exam unit: the pieces that they choose, then frozen for good. */
@Controller
final class ExamPage {
    private static final int SHOWN = 50;
    private static final int WEEKS = 6;

    private final Words words;

    ExamPage(Words words) {
        this.words = words;
    }

    private static String address(DossierId dossier) {
        return Where.of(dossier) + "/exam";
    }

    private static String address(DossierId dossier, ExamFileId id) {
        return address(dossier) + "/" + id;
    }

    @GetMapping("/dossiers/{dossier}/exam")
    String list(Desk desk, @PathVariable DossierId dossier, Model model) {
        Pages pages = Pages.of(desk, dossier, words);
        ZoneId zone = desk.clock().getZone();
        Sheet sheet = pages.sheet(words.say("exam")).lead(words.say("exam.lead"));
        if (pages.may(Permission.READ_EXAM_FILE)) {
            List<Line> files = desk.seals().files(dossier, PageRequest.newest(SHOWN)).items().stream()
                    .map(each -> new Line(
                            each.unit().title(), words.day(each.changedAt(), zone), address(dossier, each.id())))
                    .toList();
            sheet = sheet.with(
                    Section.of("files", words.say("exam.files")).lines(files).none(words.say("exam.none")));
        }
        if (pages.may(Permission.READ_SEAL)) sheet = sheet.with(sealed(pages));
        if (pages.may(Permission.CHOOSE_FOR_JURY)) sheet = sheet.with(beginning(desk, dossier));
        return sheet.show(model);
    }

    private Section beginning(Desk desk, DossierId dossier) {
        List<Choice> blocs = desk
                .frameworks()
                .get(desk.progress().of(dossier).adoption().framework())
                .blocs()
                .stream()
                .map(each -> new Choice(each.code().value(), each.code() + " " + each.label()))
                .toList();
        return Section.of("new", words.say("exam.new"))
                .form(Form.to("file", address(dossier), words.say("exam.begin"))
                        .field(
                                Field.line("unit", words.say("exam.unit"), null),
                                Field.picks("blocs", words.say("exam.blocs"), blocs, List.of()))
                        .once());
    }

    private Section sealed(Pages pages) {
        Desk desk = pages.desk();
        List<Table.Row> rows = new ArrayList<>();
        for (Seal each :
                desk.seals().list(pages.dossier(), PageRequest.newest(SHOWN)).items()) {
            String at = address(pages.dossier()) + "/sealed/" + each.id();
            Table.Row row = Table.Row.of(
                    Table.Cell.of(each.unit().title()),
                    Table.Cell.of(words.moment(each.sealedAt(), desk.clock().getZone())),
                    Table.Cell.of(words.say("exam.pieces", each.pieces().size())),
                    Table.Cell.to(at, words.say("exam.download")));
            rows.add(
                    pages.may(Permission.SEND_TO_JURY)
                            ? row.form(Form.small("jury-" + each.id(), at + "/jury", words.say("exam.jury"))
                                    .field(Field.day(
                                            "until",
                                            words.say("link.until"),
                                            LocalDate.now(desk.clock()).plusWeeks(WEEKS))))
                            : row);
        }
        return Section.of("sealed", words.say("exam.sealed"))
                .table(Table.under(
                                words.say("exam.unit"),
                                words.say("exam.sealed.at"),
                                words.say("exam.holds"),
                                words.say("exam.file"))
                        .rows(rows))
                .none(words.say("exam.sealed.none"));
    }

    @PostMapping("/dossiers/{dossier}/exam")
    String begin(
            Desk desk,
            @PathVariable DossierId dossier,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("file", typed, next).then(address(dossier), form -> {
            NewExamFile input =
                    NewExamFile.forUnit(form.needed("unit"), form.all("blocs").toArray(String[]::new));
            ExamFile made = form.once(desk, d -> d.seals().begin(dossier, input));
            form.leadsTo(address(dossier, made.id()));
            return words.say("exam.begun");
        });
    }

    @GetMapping("/dossiers/{dossier}/exam/{id}")
    String show(Desk desk, @PathVariable DossierId dossier, @PathVariable ExamFileId id, Model model) {
        Pages pages = Pages.of(desk, dossier, words);
        ExamFile file = desk.seals().file(dossier, id);
        boolean own = pages.may(Permission.CHOOSE_FOR_JURY);
        ExamUse use = file.use();
        Sheet sheet = pages.sheet(file.unit().title());
        if (use != null) sheet = sheet.lead(use.text());
        sheet = sheet.with(chosen(desk, file, own)).with(advice(pages, file));
        if (own) {
            sheet = sheet.with(Section.of("end", words.say("exam.freeze"))
                    .text(words.say("exam.freeze.what"))
                    .form(Form.to("seal", address(dossier, id) + "/seal", words.say("exam.freeze"))
                            .seen(file.revision())
                            .last(words.say("exam.freeze.sure"))));
        }
        return sheet.show(model);
    }

    private Section chosen(Desk desk, ExamFile file, boolean own) {
        Map<ProductionId, String> titles = new HashMap<>();
        Page.all(next -> desk.productions().list(file.dossier(), next))
                .forEach(each -> titles.put(each.id(), each.title()));
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < file.choices().size(); i++) {
            Table.Row row = row(file.choices().get(i), titles);
            rows.add(
                    own
                            ? row.form(Form.small(
                                            "drop-" + i,
                                            address(file.dossier(), file.id()) + "/drop/" + i,
                                            words.say("exam.drop"))
                                    .seen(file.revision()))
                            : row);
        }
        Section section = Section.of("chosen", words.say("exam.chosen"))
                .table(Table.under(words.say("exam.piece"), words.say("exam.version"))
                        .rows(rows))
                .none(words.say("exam.chosen.none"));
        if (!own) return section;
        List<Choice> choices = titles.entrySet().stream()
                .map(each -> new Choice(each.getKey().toString(), each.getValue()))
                .sorted(Comparator.comparing(Choice::label))
                .toList();
        return section.form(Form.to("choose", address(file.dossier(), file.id()) + "/choose", words.say("exam.choose"))
                .field(Field.choice("production", words.say("exam.piece"), choices, null))
                .seen(file.revision()));
    }

    private Table.Row row(org.eportfolio.certification.Choice choice, Map<ProductionId, String> titles) {
        if (choice instanceof org.eportfolio.certification.Choice.OfProduction one) {
            return Table.row(titles.getOrDefault(one.production(), words.say("evidence.one")), "" + one.version());
        }
        return Table.row(words.say("exam.choice." + choice.getClass().getSimpleName()), "");
    }

    private Section advice(Pages pages, ExamFile file) {
        Desk desk = pages.desk();
        List<Advice> said = desk.seals()
                .advice(file.dossier(), file.id(), PageRequest.newest(SHOWN))
                .items();
        People people = People.of(desk, said.stream().map(Advice::by).toList());
        Section section = Section.of("advice", words.say("exam.advice"))
                .lines(said.stream()
                        .map(each -> new Line(people.name(each.by()) + " : " + each.text(), "", null))
                        .toList())
                .none(words.say("exam.advice.none"));
        if (!pages.may(Permission.ADVISE_CANDIDATE)) return section;
        return section.form(Form.to("advise", address(file.dossier(), file.id()) + "/advise", words.say("exam.advise"))
                .field(Field.text("text", words.say("exam.advice.one"), null))
                .once());
    }

    @PostMapping("/dossiers/{dossier}/exam/{id}/choose")
    String choose(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable ExamFileId id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("choose", typed, next).then(address(dossier, id), form -> {
            ExamFile seen = desk.seals().file(dossier, id);
            form.unmoved("exam-file", seen.revision());
            Ref chosen = Ref.in(dossier, Ref.Kind.PRODUCTION, form.needed("production"));
            Production production = desk.productions().get(dossier, ProductionId.of(chosen.id()));
            desk.seals().choose(seen, NewExamFile.of(seen).presenting(production));
            return words.say("exam.saved");
        });
    }

    @PostMapping("/dossiers/{dossier}/exam/{id}/drop/{index}")
    String drop(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable ExamFileId id,
            @PathVariable int index,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("drop-" + index, typed, next).then(address(dossier, id), form -> {
            ExamFile seen = desk.seals().file(dossier, id);
            form.unmoved("exam-file", seen.revision());
            if (index < 0 || index >= seen.choices().size()) throw new NotFoundException("piece", index);
            desk.seals()
                    .choose(seen, NewExamFile.of(seen).without(seen.choices().get(index)));
            return words.say("exam.saved");
        });
    }

    @PostMapping("/dossiers/{dossier}/exam/{id}/advise")
    String advise(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable ExamFileId id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("advise", typed, next).then(address(dossier, id), form -> {
            String text = form.needed("text");
            Advice unused = form.once(desk, d -> d.seals().advise(dossier, id, text));
            return words.say("exam.advised");
        });
    }

    @PostMapping("/dossiers/{dossier}/exam/{id}/seal")
    String seal(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable ExamFileId id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("seal", typed, next).then(address(dossier, id), form -> {
            form.sure();
            ExamFile seen = desk.seals().file(dossier, id);
            form.unmoved("exam-file", seen.revision());
            desk.seals().seal(seen);
            form.leadsTo(address(dossier));
            return words.say("exam.frozen");
        });
    }

    @GetMapping("/dossiers/{dossier}/exam/sealed/{id}")
    void download(Desk desk, @PathVariable DossierId dossier, @PathVariable SealId id, HttpServletResponse response)
            throws IOException {
        Seal seal = desk.seals().get(dossier, id);
        Headers.toSave(words.say("exam.file.name", seal.unit().title()) + ".zip", "application/zip", response);
        desk.seals().write(dossier, id, response.getOutputStream());
    }

    @PostMapping("/dossiers/{dossier}/exam/sealed/{id}/jury")
    String jury(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable SealId id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("jury-" + id, typed, next).then(address(dossier), form -> {
            IssuedLink issued = desk.seals().sendToJury(dossier, id, null, form.neededDay("until"));
            form.reveals(new Secret(List.of(words.say("link.once")), Links.address("j", issued)));
            return words.say("exam.jury.made");
        });
    }
}
