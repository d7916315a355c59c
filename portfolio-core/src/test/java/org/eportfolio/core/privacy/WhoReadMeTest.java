package org.eportfolio.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.StorageException;
import org.eportfolio.access.DossierReading;
import org.eportfolio.core.Desk;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.OverBothStores;
import org.eportfolio.core.PassingStore;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Stores;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Actor;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.spi.AccessLog;
import org.eportfolio.sqlite.SqliteStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** J7, « qui m'a lu » : readings of another's dossier stand in a log apart, for the learner and the DPO. */
@OverBothStores
class WhoReadMeTest {
    private static final PageRequest ALL = PageRequest.newest(100);

    @Parameter
    @SuppressWarnings("NullAway.Init")
    Stores stores;

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private VosReves school;

    @BeforeEach
    void theSchoolKeepsReadingsForSixMonths() {
        school = VosReves.over(stores.open(folder), options -> options.readingsKept(6));
        school.head.grants().give(NewGrant.of("dpd", Role.DPO));
    }

    @AfterEach
    void theSchoolCloses() {
        school.close();
    }

    private List<DossierReading> readers(Desk asking, DossierId dossier) {
        return asking.access().readers(dossier, ALL).items();
    }

    private List<DossierReading> readers() {
        return readers(school.emma, school.dossier);
    }

    @Test
    void the_learner_and_the_dpo_see_who_read_in_which_role_when_and_what() {
        Production map = school.mindMap();
        school.durand.productions().get(school.dossier, map.id());
        school.clock.advance(Duration.ofMinutes(5));
        school.petit.goals().list(school.dossier, PageRequest.first(5));
        assertThat(readers())
                .containsExactly(
                        new DossierReading(
                                school.dossier,
                                PersonId.of("mme.petit"),
                                Role.TEACHER,
                                VosReves.BEGINNING.plus(Duration.ofMinutes(5)),
                                "goal",
                                null),
                        new DossierReading(
                                school.dossier,
                                PersonId.of("m.durand"),
                                Role.TEACHER,
                                VosReves.BEGINNING,
                                "production",
                                map.id().value()));
        assertThat(readers(school.as("dpd"), school.dossier)).isEqualTo(readers());
        assertThat(readers(school.malo, school.malos)).isEmpty();
    }

    @Test
    void ones_own_reading_a_refused_one_and_what_shows_no_content_leave_no_trace() {
        school.emma.progress().of(school.dossier);
        assertThatThrownBy(() -> school.head.progress().of(school.dossier)).isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.malo.progress().of(school.dossier)).isInstanceOf(NotFoundException.class);
        school.durand.dossiers().of(PersonId.of("emma"));
        school.emma.access().whoCanRead(school.dossier);
        assertThat(readers()).isEmpty();
    }

    @Test
    void a_matrix_is_a_reading_of_each_dossier_that_it_shows() {
        school.durand.progress().matrix(school.cohort);
        for (DossierId each : List.of(school.dossier, school.malos)) {
            assertThat(readers(school.as("dpd"), each))
                    .singleElement()
                    .satisfies(reading -> assertThat(reading.reader()).isEqualTo(PersonId.of("m.durand")));
        }
    }

    @Test
    void a_head_who_opened_the_dossier_for_a_reason_is_among_the_readers_and_sees_no_list_of_them() {
        school.headReading().progress().of(school.dossier);
        assertThat(readers())
                .singleElement()
                .satisfies(each -> assertThat(each.role()).isEqualTo(Role.HEAD));
        for (Desk other : List.of(school.head, school.durand)) {
            assertThatThrownBy(() -> readers(other, school.dossier)).isInstanceOf(DeniedException.class);
        }
        assertThatThrownBy(() -> readers(school.malo, school.dossier)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void the_same_read_again_within_a_minute_stands_there_once_and_anything_else_each_time() {
        for (int i = 0; i < 5; i++) school.durand.progress().of(school.dossier);
        school.durand.goals().list(school.dossier, PageRequest.first(5));
        school.petit.progress().of(school.dossier);
        assertThat(readers())
                .extracting(each -> each.reader().value() + " " + each.kind())
                .containsExactlyInAnyOrder("m.durand dossier", "m.durand goal", "mme.petit dossier");
        school.clock.advance(Duration.ofMinutes(1));
        school.durand.progress().of(school.dossier);
        assertThat(readers()).hasSize(4);
    }

    @Test
    void it_is_read_page_by_page_both_ways() {
        for (int i = 0; i < 5; i++) {
            school.clock.advance(Duration.ofMinutes(1));
            school.durand.progress().of(school.dossier);
        }
        Page<DossierReading> first = school.emma.access().readers(school.dossier, PageRequest.newest(2));
        assertThat(first.items()).hasSize(2);
        Page<DossierReading> second = school.emma.access().readers(school.dossier, first.next());
        Page<DossierReading> third = school.emma.access().readers(school.dossier, second.next());
        assertThat(third.items()).hasSize(1);
        assertThat(third.next()).isNull();
        assertThat(third.items().get(0).at()).isEqualTo(VosReves.BEGINNING.plus(Duration.ofMinutes(1)));
        assertThat(school.emma
                        .access()
                        .readers(school.dossier, PageRequest.first(2))
                        .items()
                        .get(0))
                .isEqualTo(third.items().get(0));
    }

    @Test
    void it_ends_after_the_months_that_the_controller_set() {
        school.durand.progress().of(school.dossier);
        school.clock.advance(Duration.ofDays(120));
        assertThat(readers()).hasSize(1);
        school.clock.advance(Duration.ofDays(70));
        assertThat(readers()).isEmpty();
        assertThat(school.emma
                        .access()
                        .readers(school.dossier, PageRequest.first(10))
                        .items())
                .isEmpty();
        AccessLog log = school.store.accessLog().orElseThrow();
        assertThat(log.of(VosReves.scope(school.dossier), ALL))
                .as("looking removes nothing")
                .hasSize(1);
        school.durand.progress().of(school.malos);
        assertThat(readers(school.malo, school.malos)).hasSize(1);
        assertThat(log.of(VosReves.scope(school.dossier), ALL))
                .as("it is gone with the next batch, not hidden")
                .isEmpty();
    }

    @Test
    void it_is_in_no_journal_no_archive_and_no_access_export() throws Exception {
        long entries = school.journalLength();
        school.durand.progress().of(school.dossier);
        assertThat(readers()).hasSize(1);
        assertThat(school.journalLength()).isEqualTo(entries);
        try (Portfolio elsewhere = WaysOut.elsewhere(school)) {
            assertThatThrownBy(() -> elsewhere.as(Actor.of("emma")).access().readers(school.dossier, ALL))
                    .isInstanceOf(ConflictException.class);
        }
        assertThat(school.head.journal().verify().faults()).isEmpty();
        assertThat(school.head.safekeeping().check().sound()).isTrue();
    }

    @Test
    void it_goes_with_the_dossier_and_loses_the_name_of_a_teacher_who_is_erased() {
        school.durand.progress().of(school.dossier);
        school.durand.progress().of(school.malos);
        school.head.privacy().erase(school.head.privacy().planErasure(PersonId.of("m.durand")));
        assertThat(readers())
                .singleElement()
                .satisfies(each -> assertThat(each.reader().value()).startsWith("anonyme-"));
        school.head.privacy().erase(school.head.privacy().planErasure(PersonId.of("emma")));
        assertThat(school.store.accessLog().orElseThrow().of(VosReves.scope(school.dossier), ALL))
                .isEmpty();
        assertThat(readers(school.malo, school.malos)).hasSize(1);
    }

    @Test
    void what_waits_is_written_when_the_portfolio_closes() throws Exception {
        Path file = Files.createDirectory(folder.resolve("kept")).resolve("school.db");
        try (VosReves kept = VosReves.over(SqliteStore.open(file), options -> options.readingsKept(12))) {
            kept.durand.progress().of(kept.dossier);
        }
        try (Portfolio again = Portfolio.with(SqliteStore.open(file))
                .clock(school.clock)
                .readingsKept(12)
                .build()) {
            Desk emma = again.as(Actor.of("emma"));
            DossierId dossier = emma.dossiers().of(PersonId.of("emma")).get(0).id();
            assertThat(emma.access().readers(dossier, ALL).items()).hasSize(1);
        }
    }

    @Test
    void a_school_that_does_not_keep_it_says_so_and_a_store_without_a_log_is_refused() {
        try (VosReves other = VosReves.over(new InMemoryStore())) {
            other.durand.progress().of(other.dossier);
            refused(
                    ConflictException.class,
                    "does not keep who read",
                    "ne garde pas qui a lu",
                    () -> other.emma.access().readers(other.dossier, ALL));
        }
        PassingStore without = new PassingStore(new InMemoryStore()) {};
        assertThatThrownBy(() -> Portfolio.with(without).readingsKept(6).build())
                .isInstanceOf(StorageException.class);
        for (int months : new int[] {5, 13}) {
            assertThatThrownBy(() -> Portfolio.with(new InMemoryStore()).readingsKept(months))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
