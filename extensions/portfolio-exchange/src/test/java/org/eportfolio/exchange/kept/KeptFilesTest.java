package org.eportfolio.exchange.kept;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eportfolio.PageRequest;
import org.eportfolio.assessment.Matrix;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.certification.SealCheck;
import org.eportfolio.certification.SealedFile;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ErasureFile;
import org.eportfolio.core.MutableClock;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.SharedDesk;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.SealId;
import org.eportfolio.journal.Anchor;
import org.eportfolio.journal.Cursor;
import org.eportfolio.journal.Inspection;
import org.eportfolio.journal.JournalEntry;
import org.eportfolio.journal.Verification;
import org.eportfolio.privacy.Departure;
import org.eportfolio.privacy.ErasureReceipt;
import org.eportfolio.reflection.Subject;
import org.eportfolio.school.Actor;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Signature;
import org.eportfolio.sqlite.SqliteStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commit ec5b173 wrote opens, verifies, is exported and goes on. These files are never made anew. */
class KeptFilesTest {
    private static final Exchange EXCHANGE = Exchange.ofDefaults();
    private static final PersonId YANIS = PersonId.of("yanis");
    private static final PersonId ZOE = PersonId.of("zoe.exemple");

    @TempDir
    Path folder = Path.of("");

    private KeptFiles kept = new KeptFiles(folder);

    @BeforeEach
    void files_are_copied_before_they_are_opened() {
        kept = new KeptFiles(folder);
    }

    private static Desk as(Portfolio portfolio, String person) {
        return portfolio.as(Actor.of(person));
    }

    private static Desk head(Portfolio portfolio) {
        return as(portfolio, "proviseure");
    }

    @Test
    void a_file_of_schema_2_opens_verifies_and_goes_on() throws Exception {
        Path file = kept.copy(KeptFiles.SCHOOL_2);
        assertThat(schemaOf(file)).isEqualTo(2);
        opensVerifiesAndGoesOn(file, "");
        assertThat(schemaOf(file)).isGreaterThan(2);
    }

    @Test
    void a_file_of_schema_1_opens_verifies_and_goes_on() throws Exception {
        Path file = kept.copy(KeptFiles.SCHOOL_1);
        assertThat(schemaOf(file)).isEqualTo(1);
        opensVerifiesAndGoesOn(file, "v1.");
        assertThat(schemaOf(file)).isGreaterThan(1);
    }

    private void opensVerifiesAndGoesOn(Path file, String school) throws IOException {
        try (Portfolio portfolio = kept.open(file, school)) {
            Desk head = head(portfolio);
            Verification verified = head.journal().verify();
            assertThat(verified.faults()).isEmpty();
            long added = entriesAfter(head, Cursor.START).stream()
                    .filter(each -> KeptFiles.ACTS_OF_FIRST_OPENING.contains(each.act()))
                    .count();
            assertThat(added)
                    .as("one for each scope with aliases, and the zone")
                    .isGreaterThan(10);
            assertThat(List.of(verified.scopes(), verified.entries() - added, verified.records() - aliases(file)))
                    .containsExactly(
                            Long.valueOf(kept.fact(school + "journal.scopes")),
                            Long.valueOf(kept.fact(school + "journal.entries")),
                            Long.valueOf(kept.fact(school + "journal.records")));
            whole(head);
            assertThat(levels(head)).isEqualTo(kept.levels(school));

            goesOn(portfolio, kept.dossier(school + "emma"));
            whole(head);
        }
        try (Portfolio again = kept.open(file, school)) {
            whole(head(again));
            assertThat(entriesAfter(head(again), Cursor.START))
                    .extracting(JournalEntry::act)
                    .as("only the first opening adds")
                    .containsOnlyOnce("organisation.zone-stated");
            assertThat(levels(head(again)).get("emma")).contains("C2.2:maitrise");
            assertThat(entriesAfter(head(again), Cursor.START))
                    .extracting(JournalEntry::act)
                    .contains("organisation.founded", "feedback.commented");
        }
    }

    private static void whole(Desk head) {
        Inspection check = head.safekeeping().check();
        assertThat(check.journal().faults()).isEmpty();
        assertThat(check.storage()).isEmpty();
        assertThat(check.references()).isEmpty();
    }

    /** A year goes on with a bit of everything. */
    private static void goesOn(Portfolio portfolio, DossierId dossier) {
        Desk emma = as(portfolio, "emma");
        Desk durand = as(portfolio, "m.durand");
        Production made = emma.productions()
                .add(
                        dossier,
                        NewProduction.titled("Après coup")
                                .showing("C2.2")
                                .attaching(VosReves.file("apres.txt", "Mercanet, PayPal")));
        emma.assessments()
                .publish(
                        dossier,
                        NewSelfAssessment.of("C2.2", "acquis").because("Relu.").citing(made));
        durand.assessments()
                .position(
                        dossier,
                        NewPositioning.of("C2.2", "maitrise")
                                .because("Vu en TP.")
                                .citing(made));
        durand.feedback().comment(Subject.of(made), "Bien daté.");
        emma.productions().list(dossier, PageRequest.first(200)).items().stream()
                .filter(each -> each.current().title().equals("Ma boutique, datée"))
                .forEach(each -> emma.productions().extend(each, NewProduction.titled("Ma boutique, relue")));
    }

    private static long aliases(Path file) throws IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet number = statement.executeQuery("SELECT count(*) FROM aliases")) {
            return number.getLong(1);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static int schemaOf(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("PRAGMA user_version")) {
            return version.getInt(1);
        }
    }

    private static Map<String, String> levels(Desk head) {
        CohortId cohort = head.cohorts().find(VosReves.CLASS).orElseThrow().id();
        Map<String, String> levels = new TreeMap<>();
        head.cohorts()
                .members(cohort, PageRequest.first(200))
                .items()
                .forEach(each -> head.dossiers().of(each.learner()).forEach(one -> VosReves.reading(head, one.id())));
        for (Matrix.Line line : head.progress().matrix(cohort).lines()) {
            Map<String, String> cells = new TreeMap<>();
            line.cells().forEach((code, cell) -> cells.put(code.value(), level(cell)));
            levels.put(
                    line.learner().value(),
                    cells.entrySet().stream()
                            .map(each -> each.getKey() + ":" + each.getValue())
                            .collect(Collectors.joining(" ")));
        }
        return levels;
    }

    private static String level(Matrix.Cell cell) {
        return cell.level() == null ? cell.outcome().name() : cell.level().id().value();
    }

    @Test
    void an_archive_of_then_is_read_and_written_again_to_the_same_bytes() throws IOException {
        Path archive = kept.copy("school.archive.zip");
        try (Portfolio there =
                Portfolio.with(SqliteStore.open(folder.resolve("empty.sqlite"))).build()) {
            EXCHANGE.importFrom(there.as(Actor.system()), archive, ImportOptions.ofDefaults());

            assertThat(head(there).journal().verify().faults()).isEmpty();
            theSame(archive, exported(there, new Extent.OfOrganisation()));
            assertThat(levels(head(there))).isEqualTo(kept.levels(""));
        }
    }

    @Test
    void a_dossiers_archive_of_then_is_read_and_written_again_with_its_aliases_covered() throws IOException {
        Path archive = kept.copy("emma.archive.zip");
        try (Portfolio there =
                Portfolio.with(SqliteStore.open(folder.resolve("empty.sqlite"))).build()) {
            EXCHANGE.importFrom(there.setUp("proviseure"), archive, ImportOptions.ofDefaults());

            assertThat(head(there).journal().verify().faults()).isEmpty();
            theSameButForTheFirstOpening(archive, exported(there, new Extent.OfDossier(kept.dossier("emma"))));
        }
    }

    @Test
    void the_kept_school_is_exported_as_it_was_then_but_for_what_the_first_opening_added() throws IOException {
        try (Portfolio school = kept.school()) {
            theSameButForTheFirstOpening(
                    kept.copy("school.archive.zip"), exported(school, new Extent.OfOrganisation()));
            theSameButForTheFirstOpening(
                    kept.copy("emma.archive.zip"), exported(school, new Extent.OfDossier(kept.dossier("emma"))));
        }
    }

    private Path exported(Portfolio portfolio, Extent extent) throws IOException {
        Path to = folder.resolve("exported-" + extent.getClass().getSimpleName() + ".zip");
        EXCHANGE.export(head(portfolio), extent, "archive", to);
        return to;
    }

    /** Of a dossier that leaves, what only its author may see stays behind, since then. */
    private static final Set<String> STAYS_BEHIND = Set.of(
            "records/draft.jsonl",
            "records/mission-report-draft.jsonl",
            "records/nudge-digest.jsonl",
            "records/nudge-settings.jsonl",
            "records/recording.jsonl",
            "records/reflection-draft.jsonl",
            "records/review.jsonl",
            "records/showcase.jsonl");

    /** Older entries are the same to the byte, and so are all records but the one that now has the zone. */
    private static void theSameButForTheFirstOpening(Path then, Path now) throws IOException {
        Map<String, byte[]> before = KeptFiles.entries(then);
        Map<String, byte[]> after = KeptFiles.entries(now);
        if (!after.containsKey("records/founding.jsonl")) {
            before.keySet().removeAll(STAYS_BEHIND);
            after.keySet().removeAll(STAYS_BEHIND);
        }
        assertThat(after.keySet()).containsExactlyElementsOf(before.keySet());
        byte[] journal = after.get("journal.jsonl");
        assertThat(KeptFiles.olderLines(journal)).isEqualTo(KeptFiles.olderLines(before.get("journal.jsonl")));
        assertThat(new String(journal, StandardCharsets.UTF_8)).contains("\"aliases.covered\"");
        before.keySet().removeAll(List.of("manifest.json", "journal.jsonl", "records/founding.jsonl"));
        before.forEach((name, bytes) -> assertThat(after.get(name)).as(name).isEqualTo(bytes));
    }

    /** Records, their order, the journal and the files; the manifest may learn to say more. */
    private static void theSame(Path then, Path now) throws IOException {
        Map<String, byte[]> before = KeptFiles.entries(then);
        Map<String, byte[]> after = KeptFiles.entries(now);
        assertThat(after.keySet()).containsExactlyElementsOf(before.keySet());
        before.keySet().remove("manifest.json");
        before.forEach((name, bytes) -> assertThat(after.get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void a_take_away_of_then_is_read_back_and_the_dossier_closes() throws IOException {
        byte[] taken = kept.bytes("zoe.take-away.zip");
        try (Portfolio school = kept.school()) {
            var departures = head(school).departures();
            assertThat(departures.of(YANIS))
                    .singleElement()
                    .satisfies(each -> assertThat(each.readableUntil()).isEqualTo(LocalDate.of(2027, 6, 30)));
            Departure packed = departures.of(ZOE).get(0);
            assertThat(packed.packed().sha256()).isEqualTo(sha256(taken));

            assertThat(departures.verify(ZOE, new ByteArrayInputStream(taken)).verifiedAt())
                    .isNotNull();
            assertThat(departures.close(ZOE, LocalDate.of(2027, 6, 30)).closedAt())
                    .isNotNull();
            whole(head(school));
        }
    }

    private static Hash sha256(byte[] bytes) {
        try {
            return Hash.of(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void an_access_export_of_then_is_made_again_with_the_same_records() throws IOException {
        Path now = folder.resolve("now.zip");
        try (Portfolio school = kept.school();
                var out = Files.newOutputStream(now)) {
            as(school, "emma")
                    .privacy()
                    .export(PersonId.of("emma"), Locale.FRENCH)
                    .zipTo(out);
        }
        Map<String, byte[]> before = KeptFiles.entries(kept.copy("emma.access-export.zip"));
        Map<String, byte[]> after = KeptFiles.entries(now);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(records(after)).containsExactlyInAnyOrderElementsOf(records(before));
        before.keySet().removeAll(List.of("index.html", "records.jsonl"));
        before.forEach((name, bytes) -> assertThat(after.get(name)).as(name).isEqualTo(bytes));
    }

    /** The order of the kinds, and so the numbers by which others are masked, are free. */
    private static List<JsonNode> records(Map<String, byte[]> export) throws IOException {
        String lines = new String(export.get("records.jsonl"), StandardCharsets.UTF_8)
                .replaceAll("autre personne [0-9]+", "autre personne");
        try (MappingIterator<JsonNode> each =
                new ObjectMapper().readerFor(JsonNode.class).readValues(lines)) {
            List<JsonNode> records = each.readAll();
            // Version 2 says how many representatives sign, and that who counted as of age is.
            records.stream()
                    .filter(one -> one.path("kind").asText().equals("authorisation"))
                    .forEach(one -> ((ObjectNode) one.get("record")).remove(List.of("representatives", "ofAge")));
            return records;
        }
    }

    @Test
    void a_sealed_file_of_then_verifies_and_is_written_again_to_the_same_bytes() throws IOException {
        Hash root = Hash.parse(kept.fact("seal.root"));
        Path sealed = kept.copy("emma.sealed.zip");
        SealCheck check = SealedFile.verify(sealed);
        assertThat(check.whole()).as(check.toString()).isTrue();
        assertThat(check.root()).isEqualTo(root);
        assertThat(check.signature()).isEqualTo(new Signature("exemple", "sig-" + root));

        ByteArrayOutputStream again = new ByteArrayOutputStream();
        try (Portfolio school = kept.school()) {
            SealId seal = new SealId(UUID.fromString(kept.fact("seal")));
            as(school, "emma").seals().write(kept.dossier("emma"), seal, again);
        }
        assertThat(again.toByteArray()).isEqualTo(Files.readAllBytes(sealed));
    }

    @Test
    void an_anchor_of_then_holds() throws IOException {
        Anchor anchor = Anchor.parse(kept.line("anchor.txt"));
        assertThat(anchor.toString()).isEqualTo(kept.line("anchor.txt"));
        try (Portfolio school = kept.school()) {
            assertThat(head(school).journal().verify(anchor).faults()).isEmpty();
            goesOn(school, kept.dossier("emma"));
            assertThat(head(school).journal().verify(anchor).faults()).isEmpty();
            Anchor moved = new Anchor(anchor.position() - 1, anchor.root());
            assertThat(head(school).journal().verify(moved).sound()).isFalse();
        }
    }

    @Test
    void a_cursor_of_then_goes_on() throws IOException {
        Cursor cursor = Cursor.parse(kept.line("feed-cursor.txt"));
        assertThat(cursor.toString()).isEqualTo(kept.line("feed-cursor.txt"));
        try (Portfolio school = kept.school()) {
            assertThat(entriesAfter(head(school), cursor))
                    .extracting(JournalEntry::act)
                    .filteredOn(act -> !KeptFiles.ACTS_OF_FIRST_OPENING.contains(act))
                    .containsExactly(kept.fact("feed.acts-after-the-cursor").split(","));
        }
    }

    private static List<JournalEntry> entriesAfter(Desk head, Cursor cursor) {
        List<JournalEntry> all = new ArrayList<>();
        var feed = head.changes().after(cursor, 100);
        while (!feed.entries().isEmpty()) {
            all.addAll(feed.entries());
            feed = head.changes().after(feed.next(), 100);
        }
        return all;
    }

    @Test
    void a_link_of_then_opens() throws IOException {
        try (Portfolio school = kept.school()) {
            var showcase = bearing(school, "share-link.txt").showcase();
            assertThat(showcase.title()).isEqualTo("Mon année");
            assertThat(showcase.items()).hasSize(2);
            var form = bearing(school, "tutor-link.txt").workplace();
            assertThat(form.employer()).isEqualTo("La Boutique d'Exemple");
            assertThat(form.answer()).isNotNull();
            assertThat(bearing(school, "jury-link.txt").sealed().root()).isEqualTo(Hash.parse(kept.fact("seal.root")));
            whole(head(school));
        }
    }

    private SharedDesk bearing(Portfolio school, String link) throws IOException {
        return school.as(Actor.bearing(kept.line(link))).shared();
    }

    @Test
    void an_erasure_register_of_then_erases_an_older_backup_again() throws IOException {
        Path backup = kept.copy(KeptFiles.BEFORE_ERASURE);
        assertThat(says(backup, "zyglotron")).isTrue();
        ErasureFile register = ErasureFile.at(kept.copy(KeptFiles.REGISTER));
        ErasureReceipt receipt = register.receipts().get(0);
        assertThat(receipt.id()).hasToString(kept.fact("before-erasure.receipt"));

        try (Portfolio erased = afterwards(backup, register)) {
            assertThat(head(erased).privacy().receipts(PageRequest.first(10)).items())
                    .singleElement()
                    .satisfies(each -> assertThat(each.pseudonym()).isEqualTo(receipt.pseudonym()));
            assertThat(head(erased).journal().verify().faults()).isEmpty();
        }
        assertThat(receipt.pseudonym()).hasToString(kept.fact("before-erasure.pseudonym"));
        assertThat(says(backup, "zyglotron")).isFalse();
        assertThat(says(backup, "\"emma\"")).isFalse();
        long length = Files.size(backup);
        afterwards(backup, register).close();
        assertThat(Files.size(backup)).as("nothing is done twice").isEqualTo(length);
    }

    @Test
    void a_receipt_of_then_is_written_again_to_the_same_bytes() throws IOException {
        Path file = kept.copy(KeptFiles.REGISTER);
        ErasureFile again = ErasureFile.at(folder.resolve("again.jsonl"));
        ErasureFile.at(file).receipts().forEach(again::keep);
        assertThat(folder.resolve("again.jsonl")).hasSameBinaryContentAs(file);
    }

    private static Portfolio afterwards(Path file, ErasureFile register) {
        var later = new MutableClock(Instant.parse("2026-09-12T08:00:00Z"), VosReves.PARIS);
        return Portfolio.with(SqliteStore.open(file))
                .clock(later)
                .erasures(register)
                .build();
    }

    private static boolean says(Path file, String words) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(words);
    }
}
