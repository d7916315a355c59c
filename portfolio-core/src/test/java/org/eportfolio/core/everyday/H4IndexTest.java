package org.eportfolio.core.everyday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eportfolio.Message;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Stores;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.PersonId;
import org.eportfolio.journal.Inspection;
import org.eportfolio.school.Actor;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.search.Findings;
import org.eportfolio.search.Found;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.IndexQuery;
import org.eportfolio.spi.IndexedRow;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.junit.jupiter.api.Test;

/** H4, how the index comes, follows the records and goes with them. */
class H4IndexTest extends Story {
    private static final String RARE = "chryselephantine";

    private static List<String> titles(Findings page) {
        return page.items().stream().map(Found::title).map(each -> each.text()).toList();
    }

    private Production made(String title) {
        return school.emma
                .productions()
                .add(school.dossier, NewProduction.titled(title).writing("Une " + RARE + "."));
    }

    private static boolean holds(PortfolioStore store, String token) {
        return !store.<List<?>>read(view ->
                        view.hits(new IndexQuery(null, Set.of(new Kind("production")), Set.of(), Set.of(token))))
                .isEmpty();
    }

    private static String rules(PortfolioStore store) {
        return store.<String>read(view -> view.indexedBy());
    }

    @Test
    void an_index_that_cannot_be_read_is_named_and_the_journal_is_not_blamed() throws Exception {
        assumeTrue(stores == Stores.SQLITE, "the file is damaged by SQL");
        made("Carte");
        assertThat(school.durand.search().find(RARE).items()).hasSize(1);
        try (Connection behind = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("school.db"));
                Statement sql = behind.createStatement()) {
            sql.executeUpdate("ALTER TABLE indexed RENAME TO away");
        }
        Inspection found = school.head.safekeeping().check();
        assertThat(found.journal().faults()).isEmpty();
        assertThat(found.storage()).extracting(Message::key).contains("check.unreadable", "storage.failed");
    }

    @Test
    void what_was_written_without_an_index_is_found_and_indexed_by_the_first_search() throws Exception {
        Path earlierFolder = Files.createDirectories(folder.resolve("earlier"));
        try (PortfolioStore kept = stores.open(earlierFolder)) {
            VosReves earlier = VosReves.over(new H4SearchWithoutIndexTest.WithoutIndex(kept));
            Production map = earlier.mindMap();
            assertThat(rules(kept)).isEmpty();
            assertThat(holds(kept, "mercanet")).isFalse();
            Portfolio now = Portfolio.with(kept).clock(earlier.clock).build();
            assertThat(rules(kept)).isEmpty();
            Findings found = now.as(Actor.of("m.durand")).search().find("mercanet");
            assertThat(found.items())
                    .extracting(each -> each.ref().id())
                    .contains(map.id().value().toString());
            assertThat(rules(kept)).isNotEmpty();
            assertThat(holds(kept, "mercanet")).isTrue();
            assertThat(titles(now.as(Actor.of("m.durand")).search().find("mercanet")))
                    .isEqualTo(titles(found));
        }
    }

    @Test
    void a_new_school_has_its_index_from_the_beginning() {
        assertThat(rules(school.store)).isNotEmpty();
        school.head.grants().give(NewGrant.of("documentaliste", Role.TEACHER));
        made("Neuve");
        Findings found = school.as("documentaliste").search().find(RARE);
        assertThat(titles(found)).containsExactly("Neuve");
        assertThat(found.whole()).isTrue();
    }

    @Test
    void a_text_that_is_revised_is_found_as_it_is_now() {
        Production first = made("Première");
        school.emma.productions().revise(first, NewProduction.titled("Seconde").writing("Un zinzolin."));
        assertThat(titles(school.durand.search().find(RARE + " "))).isEmpty();
        assertThat(titles(school.durand.search().find("zinzolins"))).containsExactly("Seconde");
        assertThat(holds(school.store, RARE)).isFalse();
    }

    @Test
    void a_text_that_is_removed_leaves_no_word_in_the_index() {
        Production made = made("Retirée");
        assertThat(holds(school.store, RARE)).isTrue();
        school.emma.productions().remove(made);
        assertThat(holds(school.store, RARE)).isFalse();
    }

    @Test
    void what_calls_made_together_have_written_is_found_among_them() {
        List<String> found = school.emma.together(desk -> {
            desk.productions()
                    .add(school.dossier, NewProduction.titled("Ensemble").writing(RARE));
            return titles(desk.search().find(RARE));
        });
        assertThat(found).containsExactly("Ensemble");
    }

    @Test
    void of_an_erased_learner_no_word_is_left_in_index_or_file() throws Exception {
        school.malo
                .productions()
                .add(school.malos, NewProduction.titled("De Malo").writing("Une " + RARE + "."));
        assertThat(holds(school.store, RARE)).isTrue();
        var privacy = school.head.privacy();
        privacy.erase(privacy.planErasure(PersonId.of("malo")));
        assertThat(holds(school.store, RARE)).isFalse();
        try (var files = Files.walk(folder)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1))
                        .as("%s", each)
                        .doesNotContain(RARE);
            }
        }
    }

    @Test
    void a_check_names_what_search_would_not_find_and_an_index_made_anew_mends_it() {
        Production lost = made("Perdue");
        Production twisted = made("Tordue");
        Scope scope = new Scope(school.dossier.value());
        Kind kind = new Kind("production");
        RowName name = new RowName(scope, kind, twisted.id().value());
        Head head = school.store.<Head>read(view -> view.head(scope));
        school.store.commit(new Change(
                Map.of(scope, head),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                List.of(
                        IndexedRow.none(new RowName(scope, kind, lost.id().value())),
                        new IndexedRow(name, 7, Map.of("faux", 8)))));
        assertThat(titles(school.durand.search().find(RARE))).isEmpty();
        Inspection found = school.head.safekeeping().check();
        assertThat(found.sound()).isFalse();
        assertThat(found.storage()).hasSize(2).allMatch(each -> each.key().equals("index.differs"));
        school.head.safekeeping().reindex();
        assertThat(school.head.safekeeping().check().sound()).isTrue();
        assertThat(titles(school.durand.search().find(RARE))).containsExactlyInAnyOrder("Perdue", "Tordue");
    }

    @Test
    void words_that_fall_apart_or_are_very_long_are_kept_and_found() {
        String ligature = "\ufdfa";
        String longest = "a".repeat(500);
        school.emma
                .productions()
                .add(school.dossier, NewProduction.titled("Étrange").writing(ligature + " " + longest));
        assertThat(titles(school.durand.search().find(ligature))).containsExactly("Étrange");
        assertThat(titles(school.durand.search().find("a".repeat(190)))).containsExactly("Étrange");
        assertThat(school.head.safekeeping().check().sound()).isTrue();
    }
}
