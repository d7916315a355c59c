package org.eportfolio.exchange.level;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eportfolio.InvalidInputException;
import org.eportfolio.ProgressListener;
import org.eportfolio.assessment.NewFormerLevels;
import org.eportfolio.assessment.TakenLevels;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.exchange.Importer;
import org.eportfolio.exchange.Place;
import org.eportfolio.exchange.internal.BoundedStream;
import org.eportfolio.exchange.internal.Composed;
import org.eportfolio.exchange.internal.Csv;
import org.eportfolio.exchange.internal.CsvStart;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.Findings;
import org.eportfolio.exchange.internal.OdsSheet;
import org.eportfolio.exchange.internal.SheetDays;
import org.eportfolio.exchange.internal.SheetRow;
import org.eportfolio.exchange.internal.TextFile;
import org.eportfolio.framework.Code;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * {@code levels}: levels that learners had been given before, as CSV or as an OpenDocument spreadsheet. They come in as history
 * ({@link org.eportfolio.core.FormerLevelDesk}), counted nowhere, all or none of them; lines that are here already stay as they are.
 *
 * <p>A header with {@code person} ({@code personne}, {@code élève}, {@code nom}: an id or a name), {@code level}
 * ({@code niveau}), {@code date}, and {@code code} or {@code competency} ({@code compétence}: words), in any order; there
 * may be {@code source} and {@code author} ({@code auteur}, {@code évalué par}) too. Days are written {@code 2025-06-20} or
 * {@code 20/06/2025}. Immutable and thread-safe.
 */
public final class LevelsSheet implements Importer {
    private static final String FORMAT = "levels";
    private static final String LEVELS = "levels";
    /** As many as one import takes. */
    private static final int MOST = 20_000;

    private static final long LARGEST = 64L << 20;
    private static final List<String> PERSON =
            List.of("person", "personne", "id", "identifiant", "name", "nom", "learner", "élève", "eleve", "apprenant");
    private static final List<String> CODE = List.of("code");
    private static final List<String> WORDING =
            List.of("competency", "compétence", "competence", "intitulé", "intitule", "wording");
    private static final List<String> LEVEL = List.of("level", "niveau", "positionnement");
    private static final List<String> DATE = List.of("date", "day", "jour", "le");
    private static final List<String> SOURCE = List.of("source", "origine");
    private static final List<String> AUTHOR =
            List.of("author", "auteur", "autrice", "évalué par", "evalue par", "enseignant");
    private static final List<List<String>> COLUMNS = List.of(PERSON, CODE, WORDING, LEVEL, DATE, SOURCE, AUTHOR);
    private static final Pattern INDEX = Pattern.compile("^levels\\[(\\d+)](?:\\.(.*))?$");

    private final @Nullable String source;

    private LevelsSheet(@Nullable String source) {
        this.source = source;
    }

    /** Each line states its source. */
    public static LevelsSheet statingItsSource() {
        return new LevelsSheet(null);
    }

    /** What the whole sheet comes from, such as {@code Pronote, 2024-2025}; a line may state its own. */
    public static LevelsSheet from(String source) {
        return new LevelsSheet(source);
    }

    @Override
    public String format() {
        return FORMAT;
    }

    /** A CSV file by its header; of a spreadsheet nothing shows without unpacking it that it has levels. */
    @Override
    public boolean recognises(String fileName, byte[] start) {
        if (OdsSheet.isOne(start)) return true;
        List<String> names = List.of(CsvStart.header(TextFile.start(start))
                        .toLowerCase(Locale.ROOT)
                        .replace("\"", "")
                        .split("[,;\t|]"))
                .stream()
                .map(String::strip)
                .map(Composed::of)
                .toList();
        return List.of(PERSON, LEVEL, DATE).stream()
                .allMatch(each -> each.stream().anyMatch(names::contains));
    }

    @Override
    public ImportReport read(Desk desk, Path file, ImportOptions options, ProgressListener progress)
            throws IOException {
        Findings findings = new Findings(String.valueOf(file.getFileName()), options);
        Lines lines = new Lines(KnownLearners.of(desk), source, findings);
        Set<String> columns = read(file, options, findings, row -> {
            lines.add(row);
            progress.at(findings.items(), -1);
        });
        for (List<String> each : List.of(PERSON, LEVEL, DATE)) {
            ExchangeMessages.unless(columns.contains(each.get(0)), "file", "levels.header");
        }
        findings.refuseBad();
        if (lines.given.isEmpty()) findings.refuseAllBad();
        ExchangeMessages.unless(!lines.given.isEmpty(), "file", "levels.empty");
        TakenLevels taken = taken(desk, lines, options, findings);
        findings.added(LEVELS, taken.added());
        findings.same(LEVELS, taken.same());
        return findings.report(FORMAT);
    }

    private TakenLevels taken(Desk desk, Lines lines, ImportOptions options, Findings findings) {
        NewFormerLevels levels =
                new NewFormerLevels(source == null ? lines.firstSource() : source, List.copyOf(lines.given));
        try {
            return options.dryRun()
                    ? desk.formerLevels().preview(levels)
                    : desk.formerLevels().take(levels);
        } catch (InvalidInputException e) {
            for (InvalidInputException.Violation each : e.violations()) {
                Matcher at = INDEX.matcher(each.path());
                if (!at.matches()) throw e;
                Place line = lines.places.get(Integer.parseInt(at.group(1)));
                findings.bad(
                        "line",
                        new Place(line.entry(), line.line(), column(at.group(2))),
                        InvalidInputException.because("", each.rule()));
            }
            findings.refuseAllBad();
            throw e;
        }
    }

    /** The column of a part of the input, by its first name. */
    private static String column(@Nullable String part) {
        if (part == null) return "";
        return switch (part) {
            case "learner" -> PERSON.get(0);
            case "competency" -> CODE.get(0);
            case "wording" -> WORDING.get(0);
            case "on" -> DATE.get(0);
            default -> part;
        };
    }

    private static Set<String> read(Path file, ImportOptions options, Findings findings, OdsSheet.Rows rows)
            throws IOException {
        String name = String.valueOf(file.getFileName());
        byte[] start;
        try (var in = Files.newInputStream(file)) {
            start = in.readNBytes(256);
        }
        if (OdsSheet.isOne(start)) return OdsSheet.read(file, COLUMNS, options.bounds(), findings, rows);
        long most = Math.min(options.bounds().entryBytes(), LARGEST);
        TextFile.Source bytes = () -> new BoundedStream(Files.newInputStream(file), name, most);
        try (Reader text = TextFile.open(bytes, "", name, findings)) {
            CsvStart begun = CsvStart.of(text, "", findings);
            Set<String> columns = new java.util.HashSet<>();
            Csv.read(begun, "", COLUMNS, options.bounds(), findings, row -> {
                COLUMNS.stream().map(each -> each.get(0)).filter(row::has).forEach(columns::add);
                rows.row(row);
            });
            return columns;
        } catch (CharacterCodingException e) {
            throw ExchangeMessages.because("file", "exchange.not-utf-8", name);
        }
    }

    /** The lines that were read, with their places. */
    private static final class Lines {
        private final KnownLearners learners;
        private final @Nullable String source;
        private final Findings findings;
        private final List<NewFormerLevels.Given> given = new ArrayList<>();
        private final List<Place> places = new ArrayList<>();

        Lines(KnownLearners learners, @Nullable String source, Findings findings) {
            this.learners = learners;
            this.source = source;
            this.findings = findings;
        }

        String firstSource() {
            return String.valueOf(given.get(0).source());
        }

        void add(SheetRow row) {
            ExchangeMessages.unless(given.size() < MOST, "file", "levels.too-many", MOST);
            try {
                given.add(line(row));
                places.add(row.place());
                findings.hold(1_000);
            } catch (InvalidInputException e) {
                findings.bad("line", row.place(), e);
            }
        }

        private NewFormerLevels.Given line(SheetRow row) {
            String own = row.get(SOURCE.get(0));
            ExchangeMessages.unless(source != null || !own.isEmpty(), SOURCE.get(0), "levels.no-source");
            String code = row.get(CODE.get(0));
            String author = row.get(AUTHOR.get(0));
            return new NewFormerLevels.Given(
                    person(row.get(PERSON.get(0))),
                    code.isEmpty() ? null : Code.of(code),
                    row.get(WORDING.get(0)),
                    row.get(LEVEL.get(0)),
                    day(row.get(DATE.get(0))),
                    own.isEmpty() ? null : own,
                    author.isEmpty() ? null : author);
        }

        private PersonId person(String text) {
            Set<PersonId> meant = learners.meant(text);
            ExchangeMessages.unless(!meant.isEmpty(), PERSON.get(0), "levels.unknown-person", text);
            ExchangeMessages.unless(meant.size() == 1, PERSON.get(0), "levels.namesakes", text, meant);
            return meant.iterator().next();
        }

        private static LocalDate day(String text) {
            return SheetDays.read(text).orElseThrow(() -> ExchangeMessages.because(DATE.get(0), "levels.day", text));
        }
    }
}
