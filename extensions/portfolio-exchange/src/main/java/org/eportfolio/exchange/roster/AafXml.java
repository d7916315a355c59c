package org.eportfolio.exchange.roster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.internal.Entries;
import org.eportfolio.exchange.internal.Findings;
import org.eportfolio.exchange.internal.Zipped;
import org.eportfolio.school.ExternalId;
import org.eportfolio.school.SchoolYear;
import org.jspecify.annotations.Nullable;

/**
 * What the directory of a French académie hands to the ENTs of secondary schools (annuaire fédérateur, AAF 2D): the files
 * {@code …EtabEducNat…}, {@code …Eleve…}, {@code …PersRelEleve…} and {@code …PersEducNat…} of one complete export or of one
 * delta, in a ZIP or in a folder. The pupils of one school are brought in with their class, teachers with the classes that they
 * teach or answer for, and representatives who have parental authority over a minor, for the dossiers that the minor has.
 *
 * <p>The national pupil number is never read; a date of birth is given up while it is read for the day of majority; addresses,
 * telephone numbers and all else are passed over unread. Of an export for many schools only the chosen one is kept. A person is
 * known by directory, school and key ({@link ExternalIdentity}), the same in every delta. Immutable and thread-safe.
 */
public final class AafXml extends RosterFormat {
    /** The issuer of identities unless the host gives ids of its own. */
    public static final String ISSUER = "aaf";

    private static final Pattern NAMED = Pattern.compile(
            "(?i)(EtabEducNat|PersEducNat|PersRelEleve|_Eleve)[_0-9A-Z-]{0,20}\\.xml|ficAlimMENESR\\.dtd");

    private final Function<ExternalIdentity, String> person;
    private final @Nullable String school;
    private final @Nullable String structure;
    private final @Nullable SchoolYear year;
    private final @Nullable String issuer;

    /** Learners who are not in a complete export stay; a person's id is the text of the {@link ExternalIdentity}. */
    public AafXml() {
        this(Absent.STAY, ExternalIdentity::toString);
    }

    /** @param person gives the host's own id for an identity; the same one each time, and never null */
    public AafXml(Absent absent, Function<ExternalIdentity, String> person) {
        this(absent, person, null, null, null, null);
    }

    private AafXml(
            Absent absent,
            Function<ExternalIdentity, String> person,
            @Nullable String school,
            @Nullable String structure,
            @Nullable SchoolYear year,
            @Nullable String issuer) {
        super("aaf", absent, RosterCoverage.SCHOOL);
        this.person = Objects.requireNonNull(person, "person");
        this.school = school;
        this.structure = structure;
        this.year = year;
        this.issuer = issuer;
    }

    /** The same for this school of an export, by its UAI. Where none is stated, the export has to be of one school. */
    public AafXml ofSchool(String uai) {
        return new AafXml(absent(), person, Objects.requireNonNull(uai, "uai"), structure, year, issuer);
    }

    /**
     * The same with the key by which the directory names the school ({@code ENTStructureJointure}): needed for a delta that says
     * nothing about schools, which is most of them.
     */
    public AafXml ofStructure(String key) {
        return new AafXml(absent(), person, school, Objects.requireNonNull(key, "key"), year, issuer);
    }

    /** The same for classes of this school year, which the files do not state: the current one, unless set. */
    public AafXml ofYear(SchoolYear stated) {
        return new AafXml(absent(), person, school, structure, Objects.requireNonNull(stated, "stated"), issuer);
    }

    /**
     * The same that knows people by the directory's key as well: an entry is about the person who has the key here as an external
     * id of this directory and school ({@code aaf:0350000A}), whatever account the host gives. Where no person has it yet, it is kept
     * for that account.
     *
     * @param directory a name that the host chose, such as {@code aaf}
     */
    public AafXml identifiedBy(String directory) {
        return new AafXml(absent(), person, school, structure, year, Objects.requireNonNull(directory, "directory"));
    }

    @Nullable
    String school() {
        return school;
    }

    @Nullable
    String structure() {
        return structure;
    }

    @Nullable
    SchoolYear year() {
        return year;
    }

    String person(String uai, String key) {
        return person.apply(new ExternalIdentity(ISSUER, uai, key));
    }

    /** The key as an id of another system; empty where it is not kept. */
    Optional<ExternalId> externalId(String uai, String key) {
        return issuer == null ? Optional.empty() : Optional.of(ExternalId.of(issuer + ":" + uai, key));
    }

    @Override
    public boolean recognises(String fileName, byte[] start) {
        return Zipped.isZip(start)
                && NAMED.matcher(new String(start, StandardCharsets.ISO_8859_1)).find();
    }

    @Override
    public boolean recognisesFolder(Set<String> names) {
        return names.stream().anyMatch(each -> NAMED.matcher(each).find());
    }

    @Override
    void lines(Path file, ImportOptions options, RosterLines lines, Findings findings) throws IOException {
        try (Entries files = Entries.open(file, options.bounds(), findings)) {
            new AafReading(this, files, options.bounds(), lines, findings).all();
        }
    }
}
