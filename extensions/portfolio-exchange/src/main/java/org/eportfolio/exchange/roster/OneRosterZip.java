package org.eportfolio.exchange.roster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.internal.Entries;
import org.eportfolio.exchange.internal.Findings;
import org.eportfolio.exchange.internal.Zipped;
import org.jspecify.annotations.Nullable;

/**
 * Rosters as the CSV ZIP of 1EdTech OneRoster 1.1 or 1.2, bulk files only, at its root or in one folder, or as the folder of an unpacked one:
 * {@code manifest.csv}, {@code orgs.csv}, {@code academicSessions.csv}, {@code users.csv}, {@code classes.csv} and {@code enrollments.csv}. A class is a cohort
 * by its title and school year, and by its code or id as well where several classes of one year that stay have one title; enrolments as {@code student} and {@code teacher} are brought in, with their own dates or else those of
 * the class's terms; others are reported. What is marked {@code tobedeleted} is left out, or ended. In 1.1 a user has a
 * {@code role}, which counts for an enrolment without one. A person's {@code sourcedId} and the {@code userIds} of types that
 * the host names can be kept with them ({@link #identifiedBy}, {@link #withUserIds}). E-mail addresses, telephone numbers, passwords and demographics are not read.
 * Immutable and thread-safe.
 */
public final class OneRosterZip extends RosterFormat {
    private static final String MANIFEST = "manifest.csv";

    private final UnaryOperator<String> person;
    private final @Nullable String issuer;
    private final Set<String> userIds;

    /** Learners who are not in the file stay; a person's id is the user's {@code sourcedId}. */
    public OneRosterZip() {
        this(Absent.STAY, UnaryOperator.identity());
    }

    /** @param person gives the host's own id for a user's {@code sourcedId}; must not return null */
    public OneRosterZip(Absent absent, UnaryOperator<String> person) {
        this(absent, person, null, Set.of());
    }

    private OneRosterZip(Absent absent, UnaryOperator<String> person, @Nullable String issuer, Set<String> userIds) {
        super("oneroster", absent, RosterCoverage.SCHOOL);
        this.person = person;
        this.issuer = issuer;
        this.userIds = userIds;
    }

    /**
     * The same that knows people by their {@code sourcedId} as well: a line is about the person who has it here as an external
     * id of this issuer, whatever account the file names. Where no person has it yet, it is kept for the account of the line.
     *
     * @param system a name that the host chose for the system that exports
     */
    public OneRosterZip identifiedBy(String system) {
        return new OneRosterZip(absent(), person, Objects.requireNonNull(system, "system"), userIds);
    }

    /**
     * The same that also knows people by those of their {@code userIds} that have one of these types, such as {@code {LDAP:noe}};
     * the type is the issuer. Other types are not read, because some systems write national numbers there.
     *
     * @param types compared exactly
     */
    public OneRosterZip withUserIds(String... types) {
        return new OneRosterZip(absent(), person, issuer, Set.of(types));
    }

    @Override
    public boolean recognises(String fileName, byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        return Zipped.isZip(start)
                && (text.contains(MANIFEST)
                        || text.contains("enrollments.csv")
                        || text.contains("academicSessions.csv"));
    }

    @Override
    public boolean recognisesFolder(Set<String> names) {
        return names.stream().anyMatch(each -> each.equals(MANIFEST) || each.endsWith("/" + MANIFEST));
    }

    @Override
    void lines(Path file, ImportOptions options, RosterLines lines, Findings findings) throws IOException {
        try (Entries files = Entries.open(file, options.bounds(), findings)) {
            new OneRosterReading(files, options.bounds(), person, new UserIds(issuer, userIds), lines, findings).all();
        }
    }
}
