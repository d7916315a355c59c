package org.eportfolio.core.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.core.Refusals.refused;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.VosReves;
import org.eportfolio.journal.Anchor;
import org.eportfolio.journal.Verification;
import org.eportfolio.sqlite.SqliteStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D5: an anchor kept elsewhere finds what is consistent in itself. */
class AnchorTest {
    @TempDir
    Path folder;

    private VosReves school;
    private Path file;

    @BeforeEach
    void open() {
        file = folder.resolve("school.db");
        school = VosReves.over(SqliteStore.open(file));
    }

    @AfterEach
    void close() {
        school.close();
    }

    private Verification reopenedAndVerified(Path path, Anchor anchor) {
        try (Portfolio portfolio =
                Portfolio.with(SqliteStore.open(path)).clock(school.clock).build()) {
            return portfolio.setUp("proviseure").journal().verify(anchor);
        }
    }

    @Test
    void a_journal_that_only_grew_fits_every_anchor_ever_taken_from_it() {
        Anchor first = school.head.journal().anchor();
        school.mindMap();
        Anchor second = Anchor.parse(school.head.journal().anchor().toString());
        school.positioned(school.durand, "C3.1", "acquis");
        assertThat(second).isNotEqualTo(first);
        for (Anchor each :
                new Anchor[] {Anchor.EMPTY, first, second, school.head.journal().anchor()}) {
            assertThat(school.head.journal().verify(each).sound()).isTrue();
        }
    }

    @Test
    void a_tail_that_was_cut_with_its_records_looks_sound_but_not_to_the_anchor() throws Exception {
        school.mindMap();
        school.close();
        Path older = Files.copy(file, folder.resolve("older.db"));
        school = VosReves.over(SqliteStore.open(folder.resolve("unused.db")));
        Anchor anchor;
        try (Portfolio portfolio =
                Portfolio.with(SqliteStore.open(file)).clock(school.clock).build()) {
            portfolio.setUp("proviseure").cohorts().enrol("Une autre");
            anchor = portfolio.setUp("proviseure").journal().anchor();
        }
        assertThat(reopenedAndVerified(older, Anchor.EMPTY).sound()).isTrue();
        Verification found = reopenedAndVerified(older, anchor);
        assertThat(found.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.what().key()).isEqualTo("anchor.cut");
            assertThat(fault.in(Locale.FRENCH)).contains(String.valueOf(anchor.position()));
        });
    }

    @Test
    void a_journal_that_was_rewritten_as_a_whole_is_found() {
        school.mindMap();
        Anchor anchor = school.head.journal().anchor();
        try (VosReves other = VosReves.over(SqliteStore.open(folder.resolve("other.db")))) {
            other.mindMap();
            other.mindMap();
            assertThat(other.head.journal().verify().sound()).isTrue();
            assertThat(other.head.journal().verify(anchor).faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.what().key()).isEqualTo("anchor.rewritten"));
        }
    }

    @Test
    void one_hash_that_was_rewritten_is_found() throws SQLException {
        Anchor anchor = school.head.journal().anchor();
        school.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE entry SET hash = zeroblob(32) WHERE position = 2");
        }
        assertThat(reopenedAndVerified(file, anchor).faults())
                .anyMatch(each -> each.what().key().equals("anchor.rewritten"));
    }

    @Test
    void what_is_no_anchor_is_refused() {
        for (String text : new String[] {"", "5", "5.", ".00", "x." + "0".repeat(64), "-5." + "0".repeat(64), "5.zz"}) {
            refused(InvalidInputException.class, "is not an anchor", "n'est pas l'ancre", () -> Anchor.parse(text));
        }
    }
}
