package org.eportfolio.exchange.roster;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.Place;
import org.eportfolio.exchange.internal.BoundedStream;
import org.eportfolio.exchange.internal.Composed;
import org.eportfolio.exchange.internal.Csv;
import org.eportfolio.exchange.internal.CsvStart;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.Findings;
import org.eportfolio.exchange.internal.TextFile;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.PersonName;
import org.eportfolio.school.Role;
import org.eportfolio.school.SchoolYear;
import org.jspecify.annotations.Nullable;

/**
 * Rosters as CSV, in UTF-8 or as spreadsheets save it (UTF-16, windows-1252, a first line {@code sep=;}): commas,
 * semicolons or tabs, a header with {@code person}, {@code name}, {@code role} and
 * {@code cohort} in any order, in English or French ({@code personne}, {@code nom}, {@code rôle}, {@code classe}); roles
 * too. With a column {@code given} ({@code prénom}) the name is the family name, by which people are sorted; or
 * {@code family} ({@code nom de famille}) has it, and {@code name} is the name to show. Three more columns may be there: the
 * school year ({@code year}, {@code année}), the first day ({@code from}, {@code du}) and the last day ({@code until},
 * {@code au}), as {@code 2026-09-01} or {@code 01/09/2026}. The person is the host's own id. A line may also know the person
 * by the id of another system, {@code external} ({@code id externe}) of {@code issuer} ({@code émetteur}): who has it here is
 * meant, whatever account the line names, which may be left empty then. A remark names other columns, which are not read.
 * Immutable and thread-safe.
 */
public final class RosterCsv extends RosterFormat {
    private static final long LARGEST = 64L << 20;
    private static final int MOST_NAMED = 20;
    private static final List<String> PERSON = List.of("person", "personne", "id", "identifiant");
    private static final List<String> NAME = List.of("name", "nom");
    private static final List<String> ROLE = List.of("role", "rôle");
    private static final List<String> COHORT = List.of("cohort", "cohorte", "classe");
    private static final List<String> YEAR = List.of("year", "school year", "année", "annee", "année scolaire");
    private static final List<String> FROM = List.of("from", "first day", "du", "premier jour", "entrée");
    private static final List<String> UNTIL = List.of("until", "last day", "au", "dernier jour", "sortie");
    private static final List<String> FAMILY = List.of("family", "family name", "last name", "nom de famille");
    private static final List<String> GIVEN = List.of("given", "given name", "first name", "prénom", "prenom");
    private static final List<String> EXTERNAL =
            List.of("external", "external id", "id externe", "identifiant externe");
    private static final List<String> ISSUER = List.of("issuer", "émetteur", "emetteur");
    private static final List<List<String>> NEEDED = List.of(PERSON, NAME, ROLE, COHORT);
    private static final List<List<String>> COLUMNS =
            List.of(PERSON, NAME, ROLE, COHORT, YEAR, FROM, UNTIL, FAMILY, GIVEN, ISSUER, EXTERNAL);
    private static final Map<String, Role> ROLES = Map.ofEntries(
            Map.entry("learner", Role.LEARNER),
            Map.entry("apprenant", Role.LEARNER),
            Map.entry("apprenante", Role.LEARNER),
            Map.entry("eleve", Role.LEARNER),
            Map.entry("teacher", Role.TEACHER),
            Map.entry("enseignant", Role.TEACHER),
            Map.entry("enseignante", Role.TEACHER),
            Map.entry("professeur", Role.TEACHER),
            Map.entry("professeure", Role.TEACHER),
            Map.entry("lead teacher", Role.LEAD_TEACHER),
            Map.entry("referent", Role.LEAD_TEACHER),
            Map.entry("referente", Role.LEAD_TEACHER),
            Map.entry("tutor", Role.TUTOR),
            Map.entry("tuteur", Role.TUTOR),
            Map.entry("tutrice", Role.TUTOR));

    private final @Nullable SchoolYear year;

    /** Learners who are not in the file stay; the file is about the classes that it names. */
    public RosterCsv() {
        this(Absent.STAY);
    }

    /** The file is about the classes that it names. */
    public RosterCsv(Absent absent) {
        this(absent, RosterCoverage.CLASSES, null);
    }

    private RosterCsv(Absent absent, RosterCoverage coverage, @Nullable SchoolYear year) {
        super("roster", absent, coverage);
        this.year = year;
    }

    /** The same for a file that is about the whole school. */
    public RosterCsv ofWholeSchool() {
        return new RosterCsv(absent(), RosterCoverage.SCHOOL, year);
    }

    /** The same for a file of this school year, where its lines state none. */
    public RosterCsv ofYear(SchoolYear stated) {
        return new RosterCsv(absent(), coverage(), stated);
    }

    @Override
    public boolean recognises(String fileName, byte[] start) {
        return isHeader(CsvStart.header(TextFile.start(start)));
    }

    private static boolean isHeader(String line) {
        List<String> names = List.of(
                        line.toLowerCase(Locale.ROOT).replace("\"", "").split("[,;\t|]"))
                .stream()
                .map(String::strip)
                .map(Composed::of)
                .toList();
        return NEEDED.stream().allMatch(each -> each.stream().anyMatch(names::contains));
    }

    @Override
    void lines(Path file, ImportOptions options, RosterLines lines, Findings findings) throws IOException {
        String name = String.valueOf(file.getFileName());
        long most = Math.min(options.bounds().entryBytes(), LARGEST);
        TextFile.Source source = () -> new BoundedStream(Files.newInputStream(file), name, most);
        try (Reader text = TextFile.open(source, "", name, findings)) {
            CsvStart start = CsvStart.of(text, "", findings);
            ExchangeMessages.unless(start.header().isBlank() || isHeader(start.header()), "file", "roster.header");
            List<String> unread = Csv.unread(start, COLUMNS);
            if (!unread.isEmpty()) {
                findings.remark(
                        Place.line(start.lines() + 1L),
                        "roster.unread",
                        unread.stream().limit(MOST_NAMED).toList());
            }
            Csv.read(start, "", COLUMNS, options.bounds(), findings, row -> line(row, lines, findings));
        } catch (CharacterCodingException e) {
            throw ExchangeMessages.because("file", "exchange.not-utf-8", name);
        }
    }

    private void line(Csv.Row row, RosterLines lines, Findings findings) {
        if (row.has("until")) lines.stateEnds();
        Optional<Role> role = role(row.get("role"));
        if (!isWhole(row)) {
            findings.bad("line", row.place(), "roster.fields", row.size(), row.columns());
        } else if (role.isEmpty()) {
            findings.bad("line", row.place("role"), "roster.role", row.get("role"));
        } else {
            lines.add(
                    row.place(),
                    row.get("person"),
                    row.get("issuer"),
                    row.get("external"),
                    id -> enrolment(id, role.get(), row));
        }
    }

    /** Whether a row has what its header says, but for empty cells at its end, which spreadsheets leave out or write too many of. */
    private static boolean isWhole(Csv.Row row) {
        for (int beyond = row.columns(); beyond < row.size(); beyond++) {
            if (!row.get(beyond).isBlank()) return false;
        }
        boolean someone = !row.get("person").isEmpty() || !row.get("external").isEmpty();
        boolean complete = someone
                && Stream.of("name", "role", "cohort")
                        .noneMatch(each -> row.get(each).isEmpty());
        return row.size() >= row.columns() || complete;
    }

    private Enrolment enrolment(PersonId person, Role role, Csv.Row row) {
        String stated = row.get("year");
        return new Enrolment(
                row.place(),
                person,
                name(row),
                role,
                row.get("cohort"),
                stated.isEmpty() ? year : SchoolYear.of(stated),
                RosterDays.read("from", row.get("from")),
                RosterDays.read("until", row.get("until")),
                false);
    }

    /** With a column for given names, the name is the family name, unless that has a column of its own. */
    private static PersonName name(Csv.Row row) {
        String name = row.get("name");
        if (!row.has("given")) return PersonName.shown(name);
        String given = row.get("given");
        return row.has("family") ? new PersonName(row.get("family"), given, name) : PersonName.of(given, name);
    }

    private static Optional<Role> role(String text) {
        String plain = Normalizer.normalize(text.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[_-]", " ");
        return Optional.ofNullable(ROLES.get(plain));
    }
}
