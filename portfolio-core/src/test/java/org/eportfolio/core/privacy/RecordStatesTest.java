package org.eportfolio.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.eportfolio.archive.ArchiveSink;
import org.eportfolio.archive.ExportedArchive;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Given;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.KeptArchive;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.learner.PeerClass;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.Pair;
import org.eportfolio.peer.Remarks;
import org.eportfolio.privacy.ExportedRecord;
import org.eportfolio.showcase.NewShowcase;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Stored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a desk hides because of the state in which it is, no other way out shows: drafts to nobody but their author, reviews
 * to nobody before their campaign is over.
 */
class RecordStatesTest extends Story {
    private static final PersonId EMMA = PersonId.of("emma");

    private PeerClass peers;
    private DossierId emmas;

    @BeforeEach
    void a_class_of_seven() throws IOException {
        school.close();
        peers = PeerClass.over(VosReves.over(stores.open(Files.createDirectory(folder.resolve("seven")))));
        school = peers.school;
        emmas = peers.of("emma");
    }

    /** All that an archive hands out, as text. */
    private static final class Text implements ArchiveSink {
        final List<String> all = new ArrayList<>();

        @Override
        public void row(Row row) {
            all.add(row.kind().name() + " " + row.body());
        }

        @Override
        public void entry(Entry entry) {
            all.add(entry.body());
        }

        @Override
        public void content(Stored content, InputStream bytes) throws IOException {
            all.add(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return all.toString();
        }
    }

    private interface Part {
        void to(Text sink) throws IOException;
    }

    private static String text(Part part) throws IOException {
        Text sink = new Text();
        part.to(sink);
        return sink.toString();
    }

    private static String unzipped(byte[] zip) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                all.append(each.getName()).append('\n').append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    private String exported(Desk by) throws IOException {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        by.privacy().export(EMMA, Locale.FRENCH).zipTo(to);
        return unzipped(to.toByteArray());
    }

    private String packed() throws IOException {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        school.head.departures().pack(EMMA, Locale.FRENCH, to);
        return unzipped(to.toByteArray());
    }

    private void drafts() {
        school.emma
                .assessments()
                .draft(emmas, NewSelfAssessment.of("C3.1", "acquis").because("BROUILLON-POSITION"));
        school.emma.reflections().draft(emmas, Given.INSTALLING.answering("how", "BROUILLON-REFLEXION"));
        school.emma.showcases().begin(emmas, NewShowcase.titled("BROUILLON-VITRINE"));
        Campaign campaign = peers.handedIn(peers.cards());
        school.durand.campaigns().assign(campaign.id(), Pair.of("emma", "malo"));
        school.emma.reviews().save(peers.task("emma"), Remarks.none().on(1, "BROUILLON-RELECTURE"));
    }

    @Test
    void drafts_are_in_what_their_author_takes_or_asks_for_and_in_nothing_that_the_head_makes() throws IOException {
        drafts();
        assertThat(text(sink -> school.emma.archives().takeAway(emmas, sink)))
                .contains("BROUILLON-POSITION", "BROUILLON-REFLEXION", "BROUILLON-VITRINE");
        assertThat(exported(school.emma))
                .contains("BROUILLON-POSITION", "BROUILLON-REFLEXION", "BROUILLON-VITRINE", "BROUILLON-RELECTURE")
                .doesNotContain("seule à voir");

        assertThat(text(sink -> school.head.archives().takeAway(emmas, sink))).doesNotContain("BROUILLON");
        assertThat(exported(school.head)).doesNotContain("BROUILLON").contains("seule à voir");
        assertThat(packed()).doesNotContain("BROUILLON");
    }

    @Test
    void an_archive_of_dossiers_leaves_drafts_behind_and_is_whole_without_them() throws IOException {
        drafts();
        assertThat(text(sink -> school.head.archives().cohort(school.cohort, sink)))
                .doesNotContain("BROUILLON");
        KeptArchive archive = new KeptArchive();
        school.head.archives().dossier(emmas, archive);
        try (Portfolio elsewhere =
                Portfolio.with(new InMemoryStore()).clock(school.clock).build()) {
            Desk head = elsewhere.setUp("directrice");
            head.archives().importFrom(archive);
            assertThat(head.journal().verify().faults()).isEmpty();
            assertThat(head.safekeeping().check().sound()).isTrue();
        }
    }

    @Test
    void the_archive_of_the_whole_school_is_its_backup_and_leaves_nothing_out() throws IOException {
        drafts();
        assertThat(text(sink -> school.head.archives().organisation(sink)))
                .contains("BROUILLON-POSITION", "BROUILLON-REFLEXION", "BROUILLON-VITRINE", "BROUILLON-RELECTURE");
    }

    private Campaign anonymous() {
        Campaign campaign = peers.handedIn(peers.cards().anonymously());
        school.durand
                .campaigns()
                .assign(campaign.id(), Pair.of("malo", "emma"), Pair.of("lina", "emma"), Pair.of("yanis", "emma"));
        return campaign;
    }

    private void reviewed(String by) {
        school.as(by)
                .reviews()
                .submit(
                        peers.task(by).id(),
                        Remarks.strength("RELU-" + by).on(1, "Oui.").on(2, "Oui.", "acquis"));
    }

    private List<ExportedRecord> records() {
        List<ExportedRecord> records = new ArrayList<>();
        school.emma.privacy().export(EMMA, Locale.FRENCH).forEach(records::add);
        return records;
    }

    @Test
    void her_own_export_does_not_move_when_a_peer_writes_until_the_campaign_is_over() throws IOException {
        anonymous();
        reviewed("malo");
        List<ExportedRecord> before = records();
        String page = exported(school.emma);
        String taken = text(sink -> school.emma.archives().takeAway(emmas, sink));
        reviewed("lina");

        assertThat(page).doesNotContain("RELU");
        assertThat(exported(school.emma)).isEqualTo(page);
        assertThat(text(sink -> school.emma.archives().takeAway(emmas, sink))).isEqualTo(taken);
        assertThat(records()).isEqualTo(before);
        assertThat(packed()).doesNotContain("RELU");

        peers.over();
        assertThat(exported(school.emma)).contains("RELU-malo", "RELU-lina").doesNotContain("yanis");
        assertThat(text(sink -> school.emma.archives().takeAway(emmas, sink))).contains("RELU-malo", "RELU-lina");
        assertThat(exported(school.head)).contains("RELU-malo");
        assertThat(packed()).contains("RELU-lina");
    }

    @Test
    void the_report_of_what_stays_behind_does_not_move_when_a_peer_writes() throws IOException {
        anonymous();
        List<ExportedArchive> before = reports();
        for (String each : List.of("malo", "lina", "yanis")) {
            reviewed(each);
            assertThat(reports()).isEqualTo(before);
        }
        assertThat(school.head.archives().dossier(emmas, new Text()).leftBehind())
                .doesNotContainKey("review");
    }

    private List<ExportedArchive> reports() throws IOException {
        return List.of(
                school.emma.archives().takeAway(emmas, new Text()),
                school.head.archives().takeAway(emmas, new Text()));
    }

    @Test
    void an_archive_of_a_dossier_leaves_a_review_behind_until_its_campaign_ends() throws IOException {
        anonymous();
        reviewed("malo");
        assertThat(text(sink -> school.head.archives().dossier(emmas, sink))).doesNotContain("RELU");
        assertThat(text(sink -> school.head.archives().takeAway(emmas, sink))).doesNotContain("RELU");
        peers.over();
        assertThat(text(sink -> school.head.archives().dossier(emmas, sink))).contains("RELU-malo");
    }
}
