package org.eportfolio.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;
import static org.eportfolio.core.privacy.EmmasYear.EMMA;
import static org.eportfolio.core.privacy.EmmasYear.HERS;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.eportfolio.DeniedException;
import org.eportfolio.NotFoundException;
import org.eportfolio.core.OverBothStores;
import org.eportfolio.core.PersonExport;
import org.eportfolio.core.Stores;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.learner.PeerClass;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.ExportedRecord;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Stored;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GDPR art. 15 and 20: everything about somebody, and nothing that is another's to tell. */
@OverBothStores
class PersonExportTest {
    private final Stores stores;
    private EmmasYear year;
    private VosReves school;
    private Path folder;

    PersonExportTest(Stores stores) {
        this.stores = stores;
    }

    @BeforeEach
    void a_year_passes(@TempDir Path temp) {
        folder = temp;
        year = new EmmasYear(PeerClass.over(stores.open(folder)));
        school = year.school;
    }

    @AfterEach
    void close() {
        school.close();
    }

    private static List<ExportedRecord> records(PersonExport export) {
        List<ExportedRecord> all = new ArrayList<>();
        export.forEach(all::add);
        return all;
    }

    @Test
    void the_notes_of_the_staff_are_told_and_everybody_else_is_masked() {
        year.peers.over();
        long before = school.journalLength();
        List<ExportedRecord> all = records(school.head.privacy().export(EMMA, Locale.FRENCH));
        assertThat(school.journalLength()).as("reading changes nothing").isEqualTo(before);
        assertThat(all)
                .extracting(ExportedRecord::kind)
                .contains(
                        "person",
                        "membership",
                        "dossier",
                        "production",
                        "assessment",
                        "goal",
                        "reflection",
                        "feedback",
                        "staff-note",
                        "interview",
                        "group",
                        "group-contribution",
                        "review-assignment",
                        "review",
                        "showcase",
                        "link",
                        "authorisation",
                        "levels",
                        "alias");
        assertThat(all).extracting(ExportedRecord::kind).doesNotContain("draft");
        assertThat(all.toString()).contains("Note d'équipe sur " + HERS, "autre personne 1");
        assertThat(all)
                .allSatisfy(each -> assertThat(each.json())
                        .doesNotContain("\"malo\"", "\"m.durand\"", "\"lina\"", "exemple\"", "proviseure"));
    }

    @Test
    void who_wrote_an_anonymous_review_is_never_told() {
        year.peers.over();
        List<ExportedRecord> all = records(school.emma.privacy().export(EMMA, Locale.FRENCH));
        assertThat(all).extracting(ExportedRecord::kind).contains("draft");
        assertThat(all)
                .filteredOn(each -> each.kind().equals("review"))
                .filteredOn(each -> each.scope().equals(year.dossier.value()))
                .hasSize(2);
        ExportedRecord masked = all.stream()
                .filter(each -> each.kind().equals("review") && each.json().contains("Revue masquée"))
                .findFirst()
                .orElseThrow();
        assertThat(masked.json()).doesNotContain("reviewer");
        assertThat(all)
                .filteredOn(each -> each.kind().equals("review-assignment"))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.json()).contains("\"reviewer\":\"emma\""));
    }

    @Test
    void only_what_the_person_provided_is_portable() {
        List<ExportedRecord> portable =
                records(school.emma.privacy().export(EMMA, Locale.FRENCH).portable());
        assertThat(portable).extracting(ExportedRecord::kind).contains("production", "goal", "reflection");
        assertThat(portable)
                .extracting(ExportedRecord::kind)
                .doesNotContain("staff-note", "interview", "alias", "review");
        assertThat(portable)
                .filteredOn(each -> each.kind().equals("assessment"))
                .singleElement()
                .satisfies(each -> assertThat(each.json()).contains("Car " + HERS));
    }

    @Test
    void it_is_written_as_a_folder_and_as_a_zip_that_read_offline() throws IOException {
        school.emma.productions().add(year.dossier, NewProduction.titled("<script>alert(1)</script> & \"guillemets\""));
        PersonExport export = school.emma.privacy().export(EMMA, Locale.FRENCH);
        Path out = folder.resolve("export");
        export.writeTo(out);
        String page = Files.readString(out.resolve("index.html"));
        assertThat(page)
                .startsWith("<!DOCTYPE html>\n<html lang=\"fr\">")
                .contains("Données gardées sur emma", "note de l'équipe", "&lt;script&gt;")
                .doesNotContain("<script", "http-equiv", "src=");
        for (Stored file : export.files()) {
            assertThat(page).contains("<a href=\"files/" + file.sha256() + "\" download=\"");
            assertThat(out.resolve("files/" + file.sha256())).hasSize(file.size());
        }
        assertThat(Files.readAllLines(out.resolve("records.jsonl")))
                .hasSize(records(export).size())
                .allMatch(each -> each.startsWith("{\"kind\":\"") && each.endsWith("}}"));
        assertThatThrownBy(() -> export.writeTo(out)).isInstanceOf(FileAlreadyExistsException.class);

        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        export.zipTo(zipped);
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                if (entry.getName().equals("index.html"))
                    assertThat(new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                            .isEqualTo(page);
            }
        }
        assertThat(names).hasSize(2 + export.files().size()).contains("index.html", "records.jsonl");
    }

    @Test
    void the_controller_exports_anybody_and_each_one_themselves_only() {
        refused(
                DeniedException.class,
                "export a person's data",
                "exporter les données",
                () -> school.malo.privacy().export(EMMA, Locale.FRENCH));
        school.head.grants().give(NewGrant.of("dpo", Role.DPO));
        refused(
                DeniedException.class,
                "export a person's data",
                "exporter les données",
                () -> school.as("dpo").privacy().export(EMMA, Locale.FRENCH));
        refused(
                DeniedException.class,
                "export one's own data",
                "exporter ses propres données",
                () -> school.as("passant").privacy().export(PersonId.of("passant"), Locale.FRENCH));
        refused(
                NotFoundException.class,
                "person",
                "personne",
                () -> school.head.privacy().export(PersonId.of("personne-du-tout"), Locale.FRENCH));
        school.head.cohorts().leave(school.cohort, EMMA);
        assertThat(records(school.emma.privacy().export(EMMA, Locale.FRENCH))).isNotEmpty();
    }

    @Test
    void a_teacher_gets_what_they_wrote_without_the_learners_names() {
        String all = records(school.durand.privacy().export(PersonId.of("m.durand"), Locale.ENGLISH))
                .toString();
        assertThat(all).contains("Note d'équipe").doesNotContain("\"emma\"");
    }
}
