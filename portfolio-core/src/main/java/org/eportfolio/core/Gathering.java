package org.eportfolio.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.certification.Choice;
import org.eportfolio.certification.Seal;
import org.eportfolio.core.internal.work.Kinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Version;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.Level;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.showcase.Exhibit;
import org.eportfolio.showcase.Showcase;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * The files that a candidate's choices amount to: what is chosen, and nothing beside it.
 *
 * @param files in the order of the choices
 * @param productions to be frozen
 * @param withheld titles of productions that are confidential and not cleared
 */
record Gathering(List<Loose> files, List<Citation> productions, List<String> withheld) {
    /**
     * A file that is not sealed yet: a text that is written now, or a file that is kept already.
     *
     * @param text when it is a text
     * @param kept when it is not
     */
    record Loose(
            String path, @Nullable String text, @Nullable Stored kept) {}

    /** Gathers, and refuses a choice of what is not the candidate's, is not there, or is no choice. */
    static Gathering of(List<Choice> choices, Dossier dossier, Catalogue catalogue, Work work) {
        Gatherer gatherer = new Gatherer(dossier, catalogue, work);
        for (Choice each : choices) gatherer.add(each);
        return new Gathering(gatherer.files, gatherer.productions, gatherer.withheld);
    }

    /** The titles of productions of a sealed file that were marked confidential since. */
    static List<String> withheld(Seal seal, Work work) {
        Set<ProductionId> sealed =
                seal.productions().stream().map(each -> each.production()).collect(Collectors.toSet());
        return work
                .among(
                        Kinds.PRODUCTION,
                        seal.productions().stream()
                                .map(each -> Kinds.scope(each.dossier()))
                                .collect(Collectors.toSet()))
                .stream()
                .filter(each -> sealed.contains(each.id()) && each.withheld())
                .map(Production::title)
                .toList();
    }

    private static final class Gatherer {
        private final List<Loose> files = new ArrayList<>();
        private final List<Citation> productions = new ArrayList<>();
        private final List<String> withheld = new ArrayList<>();
        private final Set<String> folders = new HashSet<>();
        private final Dossier dossier;
        private final Catalogue catalogue;
        private final Work work;
        private final Locale locale;

        Gatherer(Dossier dossier, Catalogue catalogue, Work work) {
            this.dossier = dossier;
            this.catalogue = catalogue;
            this.work = work;
            this.locale = Locale.forLanguageTag(
                    catalogue.adopted(dossier.adoption(), work).framework().language());
        }

        void add(Choice choice) {
            if (choice instanceof Choice.OfProduction of) production(of);
            else if (choice instanceof Choice.OfNarrative of) narrative(of);
            else if (choice instanceof Choice.OfSelfAssessment of) selfAssessment(of);
        }

        private void production(Choice.OfProduction of) {
            Production production = work.find(
                            Kinds.PRODUCTION,
                            Kinds.scope(of.dossier()),
                            of.production().value())
                    .filter(each -> mine(each.owner()))
                    .orElseThrow(() -> new NotFoundException("production", of.production()));
            Version version = production.version(of.version());
            if (production.withheld()) withheld.add(production.title());
            productions.add(new Citation(of.dossier(), of.production(), of.version()));
            String folder = folder(version.title());
            Prints text = new Prints(locale).heading(version.title()).paragraph(version.description());
            text.line(
                    "sealed.competencies",
                    version.competencies().stream().map(Object::toString).collect(Collectors.joining(", ")));
            text.line("sealed.language", version.language());
            List<Loose> inside = new ArrayList<>();
            int number = 0;
            for (Piece piece : version.pieces()) {
                if (piece instanceof Piece.Link link) {
                    text.line("sealed.link", (link.title() == null ? "" : link.title() + " ") + link.target());
                } else if (piece instanceof Piece.Text words) {
                    text.paragraph(words.text());
                } else if (piece instanceof Piece.File file) {
                    String path = folder + "/" + SafeNames.file(++number, file.name());
                    inside.add(new Loose(path, null, file.content()));
                    if (file.captions() != null) inside.add(new Loose(path + ".vtt", null, file.captions()));
                    text.line("sealed.file", path);
                    text.line("sealed.alternative", file.alternative());
                    text.line("sealed.transcript", file.transcript());
                }
            }
            files.add(new Loose(folder + "/text.txt", text.toString(), null));
            files.addAll(inside);
        }

        private void narrative(Choice.OfNarrative of) {
            Showcase showcase = work.find(
                            Kinds.SHOWCASE,
                            Kinds.scope(dossier.id()),
                            of.showcase().value())
                    .filter(each -> mine(each.owner()))
                    .orElseThrow(() -> new NotFoundException("showcase", of.showcase()));
            Exhibition exhibition = Exhibition.of(showcase, work);
            Prints text = new Prints(locale).heading(showcase.title()).paragraph(showcase.narrative());
            for (Exhibit each : showcase.exhibits()) {
                Production production = exhibition.productions().get(each.production());
                if (production == null || production.withheld()) continue;
                IntStream versions = each.versions();
                text.line(
                        "sealed.shown",
                        versions.mapToObj(number -> production.version(number).title())
                                .distinct()
                                .collect(Collectors.joining(" → ")));
                text.paragraph(each.words());
            }
            files.add(new Loose(folder(showcase.title()) + "/text.txt", text.toString(), null));
        }

        private void selfAssessment(Choice.OfSelfAssessment of) {
            Assessment chosen = work.find(
                            Kinds.ASSESSMENT,
                            Kinds.scope(dossier.id()),
                            of.assessment().value())
                    .orElseThrow(() -> new NotFoundException("assessment", of.assessment()));
            InvalidInputException.unless(
                    chosen.perspective() == Perspective.SELF && mine(chosen.author()),
                    "choices",
                    "exam-file.formative",
                    chosen.perspective());
            Catalogue.Adopted adopted = catalogue.adopted(chosen.adoption(), work);
            Framework framework = adopted.framework();
            Item item = framework.assessable(chosen.competency());
            Prints text = new Prints(locale)
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
            files.add(new Loose(folder(item.code().value()) + "/text.txt", text.toString(), null));
        }

        private boolean mine(PersonId owner) {
            return owner.equals(dossier.learner());
        }

        private String folder(String title) {
            String folder = SafeNames.folder(folders.size() + 1, title);
            folders.add(folder);
            return folder;
        }
    }
}
