package org.eportfolio.console.view;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.archive.Arrival;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.FormerLevel;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.assessment.Progress;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.HelpStatement;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Version;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.framework.Scale;
import org.eportfolio.guidance.Goal;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/** What lies in a learner's dossiers. */
public record DossierView(PersonId learner, Map<PersonId, String> names, ZoneId zone, List<Part> parts)
        implements View {
    /** One dossier with all in it; the progress carries its goals and its scale. */
    public record Part(
            Dossier dossier,
            String framework,
            Progress progress,
            List<Production> productions,
            List<Assessment> assessments,
            int drafts,
            @Nullable Arrival arrival,
            List<FormerLevel> former) {}

    public static DossierView of(String learner, Lookup lookup) {
        PersonId person = PersonId.of(learner);
        Desk desk = lookup.desk();
        List<Arrival> arrivals = desk.dossiers().earlier(person);
        Set<DossierId> earlier = arrivals.stream().map(Arrival::dossier).collect(Collectors.toSet());
        List<Part> parts = new ArrayList<>();
        for (Dossier each : lookup.dossiers(learner)) {
            if (!earlier.contains(each.id())) parts.add(part(new DossierItems(lookup, each), null));
        }
        for (Arrival each : arrivals) {
            parts.add(part(new DossierItems(lookup, desk.dossiers().get(each.dossier())), each));
        }
        Set<PersonId> people = new LinkedHashSet<>(List.of(person));
        parts.forEach(part -> part.assessments().forEach(each -> people.add(each.author())));
        return new DossierView(
                person, lookup.names(List.copyOf(people)), lookup.clock().getZone(), parts);
    }

    private static Part part(DossierItems items, @Nullable Arrival arrival) {
        Desk desk = items.desk();
        Dossier dossier = items.dossier();
        Progress progress = desk.progress().of(dossier.id());
        boolean own = desk.actor().person().filter(dossier.learner()::equals).isPresent();
        return new Part(
                dossier,
                desk.frameworks().get(progress.adoption().framework()).title(),
                progress,
                items.all(desk.productions()::list),
                items.all(desk.assessments()::list),
                own && arrival == null ? items.all(desk.assessments()::drafts).size() : 0,
                arrival,
                items.all(desk.formerLevels()::of));
    }

    @Override
    public Object document() {
        return new DossierAnswer(
                learner, names, parts.stream().map(DossierContents::of).toList());
    }

    /** What {@code --json} writes. */
    public record DossierAnswer(PersonId learner, Map<PersonId, String> names, List<DossierContents> dossiers) {}

    /** All in one dossier. */
    public record DossierContents(
            Dossier dossier,
            FrameworkId framework,
            List<Production> productions,
            List<Assessment> assessments,
            List<Goal> goals,
            int drafts,
            @Nullable Arrival arrival,
            List<FormerLevel> former) {
        static DossierContents of(Part part) {
            return new DossierContents(
                    part.dossier(),
                    part.progress().adoption().framework(),
                    part.productions(),
                    part.assessments(),
                    part.progress().goals(),
                    part.drafts(),
                    part.arrival(),
                    part.former());
        }
    }

    @Override
    public void print(Screen screen, Texts texts) {
        for (Part part : parts) {
            screen.line(StyledText.bold(texts.say("dossier.title", name(learner)))
                    .and(StyledText.faint("   " + part.framework())));
            screen.line(texts.say(
                    "dossier.opened",
                    LocalDate.ofInstant(part.dossier().openedAt(), zone),
                    texts.say("status." + part.dossier().status())));
            Arrival arrival = part.arrival();
            if (arrival != null) {
                LocalDate came = LocalDate.ofInstant(arrival.at(), zone);
                Arrival.Beyond beyond = arrival.beyond();
                if (beyond == null) {
                    screen.line(texts.say(arrival.verified() ? "dossier.history" : "dossier.history-unverified", came));
                } else if (beyond.entries() == 0) {
                    screen.line(texts.say("dossier.history-beside", came));
                } else {
                    screen.line(texts.say("dossier.history-beyond", came, beyond.proven(), beyond.entries()));
                }
                if (arrival.school() != null) screen.line(texts.say("dossier.history-school", arrival.school()));
            }
            screen.blank();
            screen.line(StyledText.bold(
                    texts.count("dossier.productions", part.productions().size())));
            for (Production each : part.productions()) production(each, screen, texts);
            screen.blank();
            screen.line(StyledText.bold(
                    texts.count("dossier.assessments", part.assessments().size())));
            for (Assessment each : part.assessments()) {
                assessment(each, part.progress().adoption().scale(), screen, texts);
            }
            if (part.drafts() > 0) screen.line("  " + texts.count("dossier.drafts", part.drafts()));
            screen.blank();
            ProgressView.goals(part.progress(), screen, texts);
            if (part.former().isEmpty()) continue;
            screen.blank();
            screen.line(
                    StyledText.bold(texts.count("dossier.former", part.former().size())));
            for (FormerLevel each : part.former()) screen.line(former(each, texts));
        }
    }

    /** A level that a sheet said, with its day and its source. */
    public static StyledText former(FormerLevel each, Texts texts) {
        String code = each.competency() == null ? "" : each.competency().value();
        String author = each.author() == null ? "" : ", " + each.author();
        return StyledText.of("  " + texts.day(each.on()) + "  ")
                .and(StyledText.bold((code + " " + each.wording()).strip()))
                .and("  " + each.level())
                .and(StyledText.faint("  " + each.source() + author));
    }

    private void production(Production production, Screen screen, Texts texts) {
        Version current = production.current();
        screen.line(StyledText.of("  " + texts.day(LocalDate.ofInstant(current.at(), zone)) + "  ")
                .and(StyledText.bold(production.title()))
                .and(StyledText.faint("  " + codes(current)))
                .and(current.number() > 1 ? "  " + texts.say("dossier.version", current.number()) : "")
                .and(current.frozen() == null ? "" : "  " + texts.say("dossier.frozen")));
        for (Piece piece : current.pieces()) screen.line("              " + describe(piece, texts));
        help(current.helpStated(), texts)
                .forEach(each -> screen.line(StyledText.of("          ").and(each)));
    }

    static String codes(Version version) {
        return version.competencies().stream().map(Code::value).collect(Collectors.joining(", "));
    }

    public static String describe(Piece piece, Texts texts) {
        if (piece instanceof Piece.File file) {
            return texts.say("piece.file", file.name(), file.content().size());
        }
        if (piece instanceof Piece.Link link) {
            return texts.say("piece.link", link.target());
        }
        if (piece instanceof Piece.Contribution contribution) {
            return texts.say("piece.contribution", contribution.member(), contribution.text());
        }
        return texts.say("piece.text", ((Piece.Text) piece).text());
    }

    private void assessment(Assessment each, Scale scale, Screen screen, Texts texts) {
        StyledText said = each.outcome() == Outcome.RETRACTED
                ? StyledText.of(texts.say("level.retracted"))
                : LevelSymbols.describe(
                        each.outcome(), each.level() == null ? null : scale.require(each.level()), texts);
        String because = each.because();
        if (because == null && each.supersedes() != null)
            because = each.supersedes().reason();
        screen.line(StyledText.of("  " + texts.day(each.observedOn()) + "  ")
                .and(StyledText.bold(each.competency().value()))
                .and("  ")
                .and(said)
                .and(StyledText.faint("  " + texts.name(each.perspective()) + ", " + name(each.author())))
                .and(because == null ? "" : " : " + because));
    }

    private String name(PersonId person) {
        return names.getOrDefault(person, person.value());
    }

    /** One version of a production. */
    public static void version(Version version, Screen screen, Texts texts) {
        screen.line(StyledText.of("  ")
                .and(StyledText.bold(version.title()))
                .and(StyledText.faint("  " + codes(version)))
                .and(version.number() > 1 ? "  " + texts.say("dossier.version", version.number()) : ""));
        if (!version.description().isBlank()) screen.line("    " + version.description());
        for (Piece piece : version.pieces()) screen.line("    " + describe(piece, texts));
        help(version.helpStated(), texts).forEach(screen::line);
    }

    /** What help is stated; no line where nothing is said of it. */
    public static List<StyledText> help(@Nullable HelpStatement statement, Texts texts) {
        if (statement == null) return List.of();
        return statement.messages().stream()
                .map(each -> StyledText.faint("    " + texts.say("help.stated") + " ")
                        .and(each.in(texts.locale())))
                .toList();
    }
}
