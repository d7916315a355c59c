package org.eportfolio.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.core.Refusals.refused;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eportfolio.ConflictException;
import org.eportfolio.Message;
import org.eportfolio.PageRequest;
import org.eportfolio.StorageException;
import org.eportfolio.core.Desk;
import org.eportfolio.core.OverBothStores;
import org.eportfolio.core.PassingStore;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Stores;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.ErasureOutcome;
import org.eportfolio.privacy.ErasureReceipt;
import org.eportfolio.school.Members;
import org.eportfolio.spi.KeptContent;
import org.eportfolio.spi.PortfolioStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Row D4: after an erasure no byte of the person is in any file of the store, whatever became of it before. */
@OverBothStores
class ErasedBytesTest {
    private static final PersonId NOA = PersonId.of("noa");
    /** Whatever Noa writes carries a mark of its own. */
    private static final Pattern MARK = Pattern.compile("marque-noa-\\d+");

    private final Stores stores;
    private Path folder;
    private VosReves school;
    private Desk noa;
    private DossierId dossier;
    private int marks;

    ErasedBytesTest(Stores stores) {
        this.stores = stores;
    }

    @BeforeEach
    void noa_comes(@TempDir Path temp) {
        folder = temp;
        open(stores.open(folder));
    }

    private void open(PortfolioStore store) {
        school = VosReves.over(store);
        school.head.cohorts().enrol(VosReves.CLASS, Members.learners("noa"));
        noa = school.as("noa");
        dossier = noa.dossiers().open(school.sno);
    }

    @AfterEach
    void everything_is_whole() {
        assertThat(school.head.safekeeping().check().sound()).isTrue();
        school.close();
    }

    private String mark() {
        return "marque-noa-" + ++marks;
    }

    private NewProduction made() {
        return NewProduction.titled("Travail " + mark()).attaching(VosReves.file(mark() + ".txt", "Contenu " + mark()));
    }

    private ErasureReceipt erased() {
        return school.head.privacy().erase(school.head.privacy().planErasure(NOA));
    }

    @Test
    void the_file_of_a_production_that_was_removed_before_is_gone() {
        noa.productions().remove(noa.productions().add(dossier, made()));
        ErasureReceipt receipt = erased();
        assertThat(marksLeft()).isEmpty();
        assertThat(receipt.completion()).isNotNull();
        assertThat(receipt.completion().files()).isEqualTo(1);
        assertThat(receipt.completion().bytes()).isPositive();
    }

    @Test
    void the_file_of_a_version_that_was_revised_away_is_gone() {
        Production first = noa.productions().add(dossier, made());
        noa.productions().revise(first, made());
        erased();
        assertThat(marksLeft()).isEmpty();
    }

    @Test
    void the_file_of_a_refused_upload_is_gone() {
        Production first = noa.productions().add(dossier, made());
        noa.productions().revise(first, made());
        refused(
                ConflictException.class,
                "changed meanwhile",
                "entre-temps",
                () -> noa.productions().revise(first, made()));
        erased();
        assertThat(marksLeft()).isEmpty();
    }

    @Test
    void an_upload_at_the_same_instant_is_gone_and_the_receipt_says_what_went() {
        noa.productions().add(dossier, made());
        ErasureReceipt receipt = erased();
        assertThat(marksLeft()).isEmpty();
        assertThat(receipt.completion()).isNotNull();
        assertThat(receipt.completion().files()).isEqualTo(1).isEqualTo(receipt.files());
    }

    @Test
    void an_upload_before_the_clock_went_back_is_gone() {
        school.clock.advance(Duration.ofHours(3));
        noa.productions().add(dossier, made());
        noa.productions().remove(noa.productions().add(dossier, made()));
        school.clock.advance(Duration.ofHours(-2));
        erased();
        assertThat(marksLeft()).isEmpty();
    }

    @Test
    void what_others_hold_stays_however_often_the_same_bytes_came_in() throws IOException {
        noa.productions().add(dossier, NewProduction.titled("Noa").attaching(VosReves.file("c.txt", "commun")));
        Production emmas = school.emma
                .productions()
                .add(school.dossier, NewProduction.titled("Emma").attaching(VosReves.file("c.txt", "commun")));
        noa.productions().add(dossier, NewProduction.titled("Noa encore").attaching(VosReves.file("c.txt", "commun")));
        erased();
        try (InputStream in = school.emma
                .productions()
                .download(
                        school.dossier, emmas.id(), emmas.contents().findFirst().orElseThrow())) {
            assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("commun");
        }
    }

    @Test
    void what_a_member_said_of_a_group_production_goes_even_where_it_was_cited() {
        var group = school.emma
                .groups()
                .start(
                        school.dossier,
                        org.eportfolio.dossier.NewGroup.of(NewProduction.titled("Site commun"))
                                .with("noa"));
        noa.groups().accept(group.id(), dossier);
        noa.groups().contribute(noa.groups().part(group.id()), "J'ai fait " + mark());
        school.emma.groups().contribute(school.emma.groups().part(group.id()), "Emma a fait le plan");
        Production made = school.emma.productions().get(school.dossier, group.production());
        school.emma
                .assessments()
                .publish(
                        school.dossier,
                        org.eportfolio.assessment.NewSelfAssessment.of("C1.1", "acquis")
                                .citing(made));
        noa.groups().contribute(noa.groups().part(group.id()), "Et aussi " + mark());
        erased();
        assertThat(marksLeft()).isEmpty();
        assertThat(school.emma
                        .productions()
                        .get(school.dossier, group.production())
                        .current()
                        .contributions())
                .singleElement()
                .satisfies(each -> assertThat(each.text()).isEqualTo("Emma a fait le plan"));
    }

    @Test
    void the_plan_lists_what_was_made_together_in_the_dossier_of_another() {
        var group = school.emma
                .groups()
                .start(
                        school.dossier,
                        org.eportfolio.dossier.NewGroup.of(NewProduction.titled("Site commun"))
                                .with("noa"));
        noa.groups().accept(group.id(), dossier);
        Production seen = noa.productions().get(school.dossier, group.production());
        noa.groups()
                .revise(
                        group.id(),
                        seen,
                        NewProduction.titled("Site de nous deux").writing("Écrit par " + mark()));
        assertThat(school.head.privacy().planErasure(NOA).records())
                .filteredOn(each -> each.id().equals(group.production().value()))
                .singleElement()
                .satisfies(each -> assertThat(each.outcome()).isNotEqualTo(ErasureOutcome.DELETE));
    }

    /** The disk fails once the records are gone: the receipt says so, and the erasure is completed later. */
    @Test
    void what_the_store_could_not_remove_is_removed_later() {
        Faulty store = new Faulty(school.store);
        Portfolio portfolio = Portfolio.with(store).clock(school.clock).build();
        Desk head = portfolio.as(school.head.actor());
        noa.productions().add(dossier, made());
        store.failing = true;
        ErasureReceipt receipt = head.privacy().erase(head.privacy().planErasure(NOA));
        assertThat(receipt.complete()).isFalse();
        assertThat(head.privacy().completeErasures()).isEmpty();
        store.failing = false;
        assertThat(head.privacy().completeErasures())
                .singleElement()
                .satisfies(each -> assertThat(each.id()).isEqualTo(receipt.id()));
        assertThat(marksLeft()).isEmpty();
        assertThat(head.privacy().receipts(PageRequest.first(9)).items()).allMatch(ErasureReceipt::complete);
        assertThat(head.privacy().completeErasures()).isEmpty();
    }

    /** A store that cannot write itself anew for a while. */
    private static final class Faulty extends PassingStore {
        boolean failing;

        Faulty(PortfolioStore sound) {
            super(sound);
        }

        @Override
        public void compact() {
            if (failing) throw new StorageException(Message.of("storage.failed", "school.db", "disk"), null);
            super.compact();
        }
    }

    /** The marks of Noa's that stand anywhere in the store: in its files, or on the heap. */
    private Set<String> marksLeft() {
        Set<String> found = new TreeSet<>();
        List<String> texts = school.store.<List<String>>read(view -> view.scopes(null, 10_000).stream()
                .flatMap(scope -> Stream.concat(
                        org.eportfolio.core.internal.kind.Kinds.ALL.stream()
                                .flatMap(kind -> view.list(scope, kind.kind(), null, 10_000).stream())
                                .map(row -> row.body() + row.keys()),
                        view.entries(scope, 0, 10_000).stream().map(each -> each.body())))
                .toList());
        texts.forEach(each -> collect(each, found));
        for (KeptContent each : school.store.contents().list(null, 10_000)) {
            try (InputStream in = school.store.contents().open(each.content()).orElseThrow()) {
                collect(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1), found);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                collect(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1), found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static void collect(String text, Set<String> found) {
        Matcher marks = MARK.matcher(text);
        while (marks.find()) found.add(marks.group());
    }
}
