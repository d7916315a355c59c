package org.eportfolio.core.internal.certification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.certification.Choice;
import org.eportfolio.certification.Seal;
import org.eportfolio.core.internal.dossier.ProductionAuthors;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.kind.AssessmentKinds;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.ReflectionKinds;
import org.eportfolio.core.internal.kind.SharingKinds;
import org.eportfolio.core.internal.reflection.RecordingVisibility;
import org.eportfolio.core.internal.showcase.Exhibition;
import org.eportfolio.core.internal.work.NamedRecords;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.HelpStatement;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Version;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.Level;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.id.RecordingId;
import org.eportfolio.reflection.Comparison;
import org.eportfolio.reflection.Guide;
import org.eportfolio.reflection.MissionReport;
import org.eportfolio.reflection.Playback;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.showcase.Exhibit;
import org.eportfolio.showcase.Showcase;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/** Turns choices into files, one after the other. */
final class SealContents {
    private final List<SealFiles.Loose> files = new ArrayList<>();
    private final List<Citation> productions = new ArrayList<>();
    private final List<Seal.Spoken> recordings = new ArrayList<>();
    private final List<String> withheld = new ArrayList<>();
    private final List<String> unauthorised = new ArrayList<>();
    private final Set<String> folders = new HashSet<>();
    private final Dossier dossier;
    private final Catalogue catalogue;
    private final Work work;
    private final Locale locale;

    private final ProductionAuthors makers;
    private final Map<RecordingId, Playback> spoken;
    private final NamedRecords<Production> made;
    private final NamedRecords<Showcase> showcases;
    private final Map<ProductionId, Production> exhibited;
    private final NamedRecords<Assessment> assessed;
    private final NamedRecords<MissionReport> reported;
    private final NamedRecords<Reflection> reflected;

    SealContents(Dossier dossier, Catalogue catalogue, List<Choice> choices, LocalDate today, Work work) {
        this.dossier = dossier;
        this.catalogue = catalogue;
        this.work = work;
        Set<RowName> cited = new HashSet<>();
        only(Choice.OfProduction.class, choices)
                .forEach(each -> cited.add(new RowName(
                        DossierKinds.scope(each.dossier()),
                        DossierKinds.PRODUCTION.kind(),
                        each.production().value())));
        this.made = NamedRecords.of(DossierKinds.PRODUCTION, cited, work);
        this.makers = ProductionAuthors.of(
                only(Choice.OfProduction.class, choices)
                        .map(Choice.OfProduction::production)
                        .toList(),
                work);
        Map<RecordingId, DossierId> recorded = new HashMap<>();
        only(Choice.OfRecording.class, choices).forEach(each -> recorded.put(each.recording(), dossier.id()));
        this.spoken = RecordingVisibility.elsewhere(dossier.learner(), recorded, today, work);
        this.showcases = named(
                SharingKinds.SHOWCASE,
                only(Choice.OfNarrative.class, choices)
                        .map(each -> each.showcase().value()));
        this.exhibited = Exhibition.of(
                        showcases.found().values().stream()
                                .flatMap(each -> each.exhibits().stream())
                                .toList(),
                        dossier.learner(),
                        today,
                        work)
                .productions();
        this.assessed = named(
                AssessmentKinds.ASSESSMENT,
                only(Choice.OfSelfAssessment.class, choices)
                        .map(each -> each.assessment().value()));
        this.reported = named(
                ReflectionKinds.MISSION_REPORT,
                only(Choice.OfReport.class, choices).map(each -> each.report().value()));
        this.reflected = named(
                ReflectionKinds.REFLECTION,
                Stream.concat(
                        only(Choice.OfReflection.class, choices)
                                .map(each -> each.reflection().value()),
                        spoken.values().stream().map(each -> each.reflection().value())));
        this.locale = Locale.forLanguageTag(
                catalogue.adopted(dossier.adoption(), work).framework().language());
    }

    private static <C extends Choice> Stream<C> only(Class<C> type, List<Choice> choices) {
        return choices.stream().filter(type::isInstance).map(type::cast);
    }

    private <T> NamedRecords<T> named(RecordKind<T> kind, Stream<UUID> ids) {
        return NamedRecords.in(DossierKinds.scope(dossier.id()), kind, ids.toList(), work);
    }

    private <T> Optional<T> here(NamedRecords<T> named, UUID id) {
        return named.find(DossierKinds.scope(dossier.id()), id);
    }

    SealFiles gathered(List<Choice> choices) {
        for (Choice each : choices) add(each);
        return new SealFiles(files, productions, recordings, withheld, unauthorised);
    }

    private void add(Choice choice) {
        if (choice instanceof Choice.OfProduction of) production(of);
        else if (choice instanceof Choice.OfNarrative of) narrative(of);
        else if (choice instanceof Choice.OfSelfAssessment of) selfAssessment(of);
        else if (choice instanceof Choice.OfReport of) report(of);
        else if (choice instanceof Choice.OfReflection of) reflection(of);
        else if (choice instanceof Choice.OfRecording of) recording(of);
    }

    private void production(Choice.OfProduction of) {
        Production production = made.find(
                        DossierKinds.scope(of.dossier()), of.production().value())
                .filter(each -> makers.isMadeBy(dossier.learner(), each))
                .orElseThrow(() -> new NotFoundException("production", of.production()));
        Version version = production.version(of.version());
        if (production.withheld()) withheld.add(production.title());
        productions.add(new Citation(of.dossier(), of.production(), of.version()));
        String folder = folder(version.title());
        PlainText text = new PlainText(locale).heading(version.title()).paragraph(version.description());
        text.list(
                "sealed.competencies",
                version.competencies().stream().map(Object::toString).toList());
        text.line("sealed.language", version.language());
        helped(version.helpStated(), text);
        int others = makers.others(dossier.learner(), of.production()).size();
        if (others > 0) {
            text.line("sealed.made-with", String.valueOf(others));
            text.line(
                    "sealed.contribution",
                    version.contributionOf(dossier.learner()).orElse(null));
        }
        List<SealFiles.Loose> inside = new ArrayList<>();
        int number = 0;
        for (Piece piece : version.pieces()) {
            if (piece instanceof Piece.Link link) {
                text.line("sealed.link", (link.title() == null ? "" : link.title() + " ") + link.target());
            } else if (piece instanceof Piece.Text words) {
                text.paragraph(words.text());
            } else if (piece instanceof Piece.File file) {
                String path = folder + "/" + SealFileNames.file(++number, file.name());
                inside.add(new SealFiles.Loose(path, null, file.content()));
                if (file.captions() != null) inside.add(new SealFiles.Loose(path + ".vtt", null, file.captions()));
                text.line("sealed.file", path);
                text.line("sealed.alternative", file.alternative());
                text.line("sealed.transcript", file.transcript());
            }
        }
        files.add(new SealFiles.Loose(folder + "/text.txt", text.toString(), null));
        files.addAll(inside);
    }

    private void narrative(Choice.OfNarrative of) {
        Showcase showcase = here(showcases, of.showcase().value())
                .filter(each -> mine(each.owner()))
                .orElseThrow(() -> new NotFoundException("showcase", of.showcase()));
        PlainText text = new PlainText(locale).heading(showcase.title()).paragraph(showcase.narrative());
        for (Exhibit exhibit : showcase.exhibits()) {
            if (!(exhibit instanceof Exhibit.OfProduction each)) continue;
            Production production = exhibited.get(each.production());
            if (production == null || production.withheld()) continue;
            IntStream versions = each.versions();
            text.line(
                    "sealed.shown",
                    versions.mapToObj(number -> production.version(number).title())
                            .distinct()
                            .collect(
                                    Collectors.joining(Message.of("sealed.then").in(locale))));
            text.paragraph(each.words());
        }
        files.add(new SealFiles.Loose(folder(showcase.title()) + "/text.txt", text.toString(), null));
    }

    private void selfAssessment(Choice.OfSelfAssessment of) {
        Assessment chosen = here(assessed, of.assessment().value())
                .orElseThrow(() -> new NotFoundException("assessment", of.assessment()));
        InvalidInputException.unless(
                chosen.perspective() == Perspective.SELF && mine(chosen.author()),
                "choices",
                "exam-file.formative",
                chosen.perspective());
        Catalogue.Adopted adopted = catalogue.adopted(chosen.adoption(), work);
        Framework framework = adopted.framework();
        Item item = framework.assessable(chosen.competency());
        PlainText text = new PlainText(locale)
                .heading(Message.of("sealed.self-assessment", item.code()).in(locale))
                .paragraph(item.label());
        if (chosen.level() != null) {
            Level level = adopted.adoption().scale().require(chosen.level());
            text.line("sealed.level", level.symbol() + " " + level.label());
        }
        text.line("sealed.on", chosen.observedOn().toString());
        text.line("sealed.because", chosen.because());
        text.line("sealed.strengths", chosen.strengths());
        text.line("sealed.gaps", chosen.gaps());
        files.add(new SealFiles.Loose(folder(item.code().value()) + "/text.txt", text.toString(), null));
    }

    private void report(Choice.OfReport of) {
        MissionReport report = here(reported, of.report().value())
                .filter(each -> mine(each.author()))
                .orElseThrow(() -> new NotFoundException("report", of.report()));
        MissionReport.Version version = version(report.versions(), of.version());
        PlainText text = new PlainText(locale)
                .heading(report.mission())
                .titled("sealed.asked", version.asked())
                .titled("sealed.done", version.done());
        for (Comparison each : version.comparisons()) {
            text.line(each.met() ? "sealed.met" : "sealed.not-met", each.expected())
                    .paragraph(each.gap());
        }
        text.titled("sealed.help", version.help());
        helped(version.helpStated(), text);
        text.titled("sealed.next", version.next());
        files.add(new SealFiles.Loose(folder(report.mission()) + "/text.txt", text.toString(), null));
    }

    private void reflection(Choice.OfReflection of) {
        Reflection reflection = here(reflected, of.reflection().value())
                .filter(each -> mine(each.author()))
                .orElseThrow(() -> new NotFoundException("reflection", of.reflection()));
        Map<String, String> answers = new HashMap<>();
        Reflection.Version chosen = version(reflection.versions(), of.version());
        chosen.answers().forEach(each -> answers.put(each.question(), each.text()));
        PlainText text = new PlainText(locale).heading(reflection.action());
        for (Guide.Question each : reflection.guide().questions()) {
            String answer = answers.get(each.id());
            if (answer != null && !answer.isBlank()) text.paragraph(each.text()).paragraph(answer);
        }
        helped(chosen.helpStated(), text);
        files.add(new SealFiles.Loose(folder(reflection.action()) + "/text.txt", text.toString(), null));
    }

    /** The jury reads what others outside the team read: that a person helped, not who. */
    private void helped(@Nullable HelpStatement statement, PlainText text) {
        if (statement == null) return;
        text.list(
                "sealed.help-stated",
                statement.withoutPeople().messages().stream()
                        .map(each -> each.in(locale))
                        .toList());
    }

    private void recording(Choice.OfRecording of) {
        Playback recording = spoken.get(of.recording());
        boolean shared = recording != null
                && here(reflected, recording.reflection().value()).isPresent();
        if (recording == null || !shared) throw new NotFoundException("recording", of.recording());
        String transcript = recording.transcript();
        if (transcript == null) {
            unauthorised.add(recording.name());
            return;
        }
        String folder = folder(recording.name());
        PlainText text = new PlainText(locale).heading(recording.name());
        Stored content = recording.content();
        Stored captions = recording.captions();
        recordings.add(new Seal.Spoken(of.recording(), content != null));
        if (!recording.isPhoto()) text.line("sealed.seconds", String.valueOf(recording.seconds()));
        text.titled(recording.isPhoto() ? "sealed.photo-shows" : "sealed.transcript", transcript);
        files.add(new SealFiles.Loose(folder + "/text.txt", text.toString(), null));
        if (content != null) {
            String path = folder + "/" + SealFileNames.file(1, recording.name());
            files.add(new SealFiles.Loose(path, null, content));
            if (captions != null) files.add(new SealFiles.Loose(path + ".vtt", null, captions));
        }
    }

    private static <V> V version(List<V> versions, int number) {
        InvalidInputException.unless(
                number >= 1 && number <= versions.size(), "choices", "exam-file.no-version", number, versions.size());
        return versions.get(number - 1);
    }

    private boolean mine(PersonId owner) {
        return owner.equals(dossier.learner());
    }

    private String folder(String title) {
        String folder = SealFileNames.folder(folders.size() + 1, title);
        folders.add(folder);
        return folder;
    }
}
