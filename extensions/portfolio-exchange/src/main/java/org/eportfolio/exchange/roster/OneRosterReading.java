package org.eportfolio.exchange.roster;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.eportfolio.InvalidInputException;
import org.eportfolio.exchange.Bounds;
import org.eportfolio.exchange.Place;
import org.eportfolio.exchange.internal.Csv;
import org.eportfolio.exchange.internal.CsvStart;
import org.eportfolio.exchange.internal.Entries;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.Findings;
import org.eportfolio.exchange.internal.SheetDays;
import org.eportfolio.exchange.internal.TextFile;
import org.eportfolio.exchange.roster.RosterPeople.Known.Manner;
import org.eportfolio.school.ExternalId;
import org.eportfolio.school.PersonName;
import org.eportfolio.school.Role;
import org.eportfolio.school.SchoolYear;
import org.jspecify.annotations.Nullable;

/** One reading of the files of a OneRoster export: each file refers to those read before it. */
final class OneRosterReading {
    private static final String MANIFEST = "manifest.csv";
    private static final int HELD_PER_ROW = 250;
    private static final Set<String> VERSIONS = Set.of("1.1", "1.2");
    private static final List<String> NEEDED = List.of("orgs", "users", "classes", "enrollments");

    private record Session(LocalDate start, LocalDate end, SchoolYear year) {}

    private record User(Place place, PersonName name, String role, boolean deleted, List<ExternalId> ids) {}

    private record Taught(
            Place place,
            String title,
            String code,
            List<String> terms,
            @Nullable SchoolYear year,
            boolean deleted) {}

    private final Entries files;
    private final Bounds bounds;
    private final UnaryOperator<String> person;
    private final UserIds ids;
    private final RosterLines lines;
    private final Findings findings;
    private String folder = "";
    private final Map<String, String> manifest = new HashMap<>();
    private final Set<String> orgs = new HashSet<>();
    private final Map<String, Session> sessions = new HashMap<>();
    private final Map<String, User> users = new LinkedHashMap<>();
    private final Map<String, Taught> classes = new LinkedHashMap<>();
    private final Map<String, String> cohorts = new HashMap<>();
    private final Map<String, Integer> otherRoles = new TreeMap<>();

    OneRosterReading(
            Entries files,
            Bounds bounds,
            UnaryOperator<String> person,
            UserIds ids,
            RosterLines lines,
            Findings findings) {
        this.files = files;
        this.bounds = bounds;
        this.person = person;
        this.ids = ids;
        this.lines = lines;
        this.findings = findings;
    }

    void all() throws IOException {
        folder = folder();
        read(
                "manifest",
                List.of("propertyName", "value"),
                row -> manifest.put(row.get("propertyName"), row.get("value")));
        String version = manifest.getOrDefault("oneroster.version", "");
        ExchangeMessages.unless(VERSIONS.contains(version), "manifest.csv", "oneroster.version", version);
        for (String each : NEEDED) {
            String mode = manifest.getOrDefault("file." + each, "absent");
            ExchangeMessages.unless(mode.equals("bulk"), "manifest.csv", "oneroster.bulk", each, mode);
        }
        read("orgs", List.of("sourcedId", "name", "type"), row -> orgs.add(row.get("sourcedId")));
        if (manifest.getOrDefault("file.academicSessions", "absent").equals("bulk")) {
            read("academicSessions", List.of("sourcedId", "startDate", "endDate", "schoolYear"), this::session);
        }
        read("users", List.of("sourcedId", "status", "role", "givenName", "familyName", "userIds"), this::user);
        read(
                "classes",
                List.of("sourcedId", "status", "title", "classCode", "schoolSourcedId", "termSourcedIds"),
                this::taught);
        nameCohorts();
        read(
                "enrollments",
                List.of("sourcedId", "status", "classSourcedId", "userSourcedId", "role", "beginDate", "endDate"),
                this::enrolment);
        lines.stateEnds();
        users.forEach((id, user) -> {
            if (!user.deleted()) return;
            String who = person.apply(id);
            user.ids().forEach(each -> lines.know(user.place(), who, each, Manner.IN_PASSING));
            lines.leaves(user.place(), who, user.name().display(), null);
        });
        otherRoles.forEach((role, number) ->
                findings.remark(new Place("enrollments.csv", 0, "role"), "oneroster.role", number, role));
    }

    /** Where the files are: at the root, or in the one folder that has a manifest. */
    private String folder() {
        if (files.names().contains(MANIFEST)) return "";
        List<String> within = files.names().stream()
                .filter(each -> each.endsWith("/" + MANIFEST))
                .toList();
        if (within.size() != 1) return "";
        String found = within.get(0).substring(0, within.get(0).length() - MANIFEST.length());
        findings.remark(new Place(within.get(0), 0, ""), "oneroster.folder", found);
        return found;
    }

    private void read(String name, List<String> columns, Csv.Rows rows) throws IOException {
        String entry = folder + name + ".csv";
        List<List<String>> known = columns.stream().map(List::of).toList();
        try (Reader in = TextFile.open(() -> files.open(entry), entry, entry, findings)) {
            Csv.read(CsvStart.of(in, entry, findings), entry, known, bounds, findings, row -> {
                String id = row.get(columns.get(0));
                // Enrolments are counted as the lines that they become.
                if (!name.equals("enrollments")) findings.hold(HELD_PER_ROW + 2L * row.length());
                if (id.isEmpty()) findings.bad("line", row.place(columns.get(0)), "text.blank");
                else rows.row(row);
            });
        } catch (CharacterCodingException e) {
            throw ExchangeMessages.because(entry, "exchange.not-utf-8", entry);
        }
    }

    private void session(Csv.Row row) {
        LocalDate start = date(row, "startDate");
        LocalDate end = date(row, "endDate");
        if (start == null || end == null) return;
        try {
            sessions.put(row.get("sourcedId"), new Session(start, end, year(row, start)));
        } catch (InvalidInputException e) {
            findings.bad("line", row.place("schoolYear"), e);
        }
    }

    /** OneRoster names a school year by the calendar year in which it ends. */
    private static SchoolYear year(Csv.Row row, LocalDate start) {
        String ends = row.get("schoolYear");
        boolean stated = ends.length() == 4 && ends.chars().allMatch(c -> c >= '0' && c <= '9');
        return stated ? SchoolYear.beginningIn(Integer.parseInt(ends) - 1) : SchoolYear.of(start);
    }

    private static boolean isDeleted(Csv.Row row) {
        return row.get("status").equalsIgnoreCase("tobedeleted");
    }

    private void user(Csv.Row row) {
        PersonName name = PersonName.of(row.get("givenName"), row.get("familyName"));
        User user = new User(row.place(), name, row.get("role"), isDeleted(row), ids(row));
        if (users.putIfAbsent(row.get("sourcedId"), user) != null) {
            findings.bad("line", row.place("sourcedId"), "oneroster.twice", row.get("sourcedId"));
        }
    }

    private List<ExternalId> ids(Csv.Row row) {
        try {
            return ids.of(row.get("sourcedId"), row.get("userIds"));
        } catch (InvalidInputException e) {
            findings.bad("line", row.place("userIds"), e);
            return List.of();
        }
    }

    private void taught(Csv.Row row) {
        String school = row.get("schoolSourcedId");
        String title = row.get("title");
        if (!orgs.contains(school)) {
            findings.bad("line", row.place("schoolSourcedId"), "oneroster.unknown", school, "orgs.csv");
            return;
        }
        List<String> terms = Arrays.stream(row.get("termSourcedIds").split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        Taught taught = new Taught(row.place("title"), title, row.get("classCode"), terms, year(terms), isDeleted(row));
        if (classes.putIfAbsent(row.get("sourcedId"), taught) != null) {
            findings.bad("line", row.place("sourcedId"), "oneroster.twice", row.get("sourcedId"));
        }
    }

    /** The latest of these terms. */
    private @Nullable SchoolYear year(List<String> terms) {
        return terms.stream()
                .map(sessions::get)
                .filter(Objects::nonNull)
                .map(Session::year)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /**
     * A class is a cohort by its title. Where several classes of one year that stay have one title, each of them is one by its title
     * and its code, or by its id if it has no code or another one of the year has the same; the order in the file decides nothing.
     */
    private void nameCohorts() {
        Map<RosterClass, Integer> staying = new HashMap<>();
        Map<String, Integer> titles = new HashMap<>();
        Map<List<@Nullable Object>, Integer> codes = new HashMap<>();
        for (Taught each : classes.values()) {
            codes.merge(Arrays.asList(each.title(), each.code(), each.year()), 1, Integer::sum);
            if (each.deleted()) continue;
            staying.merge(new RosterClass(each.title(), each.year()), 1, Integer::sum);
            titles.merge(each.title(), 1, Integer::sum);
        }
        classes.forEach((id, each) -> {
            String title = each.title();
            // A class without a year may be of any.
            int same = each.year() == null
                    ? titles.getOrDefault(title, 0)
                    : staying.getOrDefault(new RosterClass(title, each.year()), 0)
                            + staying.getOrDefault(new RosterClass(title, null), 0);
            boolean byCode = !each.code().isEmpty()
                    && codes.getOrDefault(Arrays.asList(title, each.code(), each.year()), 0) == 1;
            String other = byCode ? each.code() : id;
            if (same > 1) findings.remark(each.place(), "oneroster.same-title", title, other);
            cohorts.put(id, same > 1 ? title + " (" + other + ")" : title);
        });
    }

    private void enrolment(Csv.Row row) {
        Taught taught = classes.get(row.get("classSourcedId"));
        User user = users.get(row.get("userSourcedId"));
        String role = row.get("role").isEmpty() && user != null ? user.role() : row.get("role");
        if (taught == null) {
            String unknown = row.get("classSourcedId");
            findings.bad("line", row.place("classSourcedId"), "oneroster.unknown", unknown, "classes.csv");
        } else if (user == null) {
            String unknown = row.get("userSourcedId");
            findings.bad("line", row.place("userSourcedId"), "oneroster.unknown", unknown, "users.csv");
        } else if (!role.equals("student") && !role.equals("teacher")) {
            otherRoles.merge(role, 1, Integer::sum);
        } else if (!user.deleted()) {
            enrolment(row, taught, user, role.equals("student") ? Role.LEARNER : Role.TEACHER);
        }
    }

    private void enrolment(Csv.Row row, Taught taught, User user, Role role) {
        LocalDate stated = date(row, "beginDate");
        LocalDate statedEnd = date(row, "endDate");
        LocalDate from = stated;
        LocalDate end = statedEnd;
        for (String term : taught.terms()) {
            Session session = sessions.get(term);
            if (session == null) continue;
            if (stated == null && (from == null || session.start().isBefore(from))) from = session.start();
            if (statedEnd == null && (end == null || session.end().isAfter(end))) end = session.end();
        }
        boolean deleted = taught.deleted() || isDeleted(row);
        LocalDate first = from;
        // endDate is the first day on which it no longer holds.
        LocalDate last = end == null ? null : end.minusDays(1);
        String cohort = cohorts.getOrDefault(row.get("classSourcedId"), taught.title());
        String who = person.apply(row.get("userSourcedId"));
        user.ids().forEach(each -> lines.know(user.place(), who, each, Manner.WITH_ACCOUNT));
        lines.add(
                row.place(),
                who,
                id -> new Enrolment(row.place(), id, user.name(), role, cohort, taught.year(), first, last, deleted));
    }

    private @Nullable LocalDate date(Csv.Row row, String column) {
        String text = row.get(column);
        if (text.isEmpty()) return null;
        Optional<LocalDate> day = SheetDays.iso(text);
        if (day.isEmpty()) findings.bad("line", row.place(column), "oneroster.date", text);
        return day.orElse(null);
    }
}
