package org.eportfolio.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.tck.Examples.ANNA;
import static org.eportfolio.tck.Examples.BRUNO;
import static org.eportfolio.tck.Examples.id;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eportfolio.PageRequest;
import org.eportfolio.spi.AccessLog;
import org.eportfolio.spi.LoggedReading;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where {@link Capability#ACCESS_LOG} is declared: who read which dossier is kept apart from all else, and forgotten. */
public abstract class AccessLogContract extends Contract {
    private static final Instant AT = Instant.parse("2026-09-07T08:00:00.123456Z");

    @TempDir
    Path elsewhere = Path.of("");

    protected AccessLogContract(Supplier<? extends StoreFixture> fixtures) {
        super(fixtures);
    }

    private AccessLog log() {
        assumeTrue(has(Capability.ACCESS_LOG), "the store declares that it keeps no log of readings");
        return store.accessLog().orElseThrow();
    }

    /** Like core's, ids grow with time. */
    private static LoggedReading reading(Scope dossier, int number) {
        return new LoggedReading(
                id(number), dossier, AT.plusSeconds(number), "m.durand", "TEACHER", "production", id(900 + number));
    }

    private static List<LoggedReading> readings(Scope dossier, int from, int to) {
        List<LoggedReading> some = new ArrayList<>();
        for (int i = from; i <= to; i++) some.add(reading(dossier, i));
        return some;
    }

    @Test
    void gives_back_what_was_added_the_last_one_first_and_of_one_dossier_alone() {
        LoggedReading list = new LoggedReading(id(3), ANNA, AT, "Élodie 日", "HEAD", "dossier", null);
        log().add(List.of(reading(ANNA, 1), reading(BRUNO, 2), list));
        assertThat(log().of(ANNA, PageRequest.newest(1_000))).containsExactly(list, reading(ANNA, 1));
        assertThat(log().of(BRUNO, PageRequest.newest(1_000))).containsExactly(reading(BRUNO, 2));
        assertThat(log().of(new Scope(id(77)), PageRequest.newest(1_000))).isEmpty();
    }

    @Test
    void pages_both_ways_by_the_id_of_the_page_before() {
        log().add(readings(ANNA, 1, 5));
        assertThat(log().of(ANNA, PageRequest.newest(2))).containsExactly(reading(ANNA, 5), reading(ANNA, 4));
        assertThat(log().of(ANNA, PageRequest.newest(2).after(id(4))))
                .containsExactly(reading(ANNA, 3), reading(ANNA, 2));
        assertThat(log().of(ANNA, PageRequest.newest(2).after(id(2)))).containsExactly(reading(ANNA, 1));
        assertThat(log().of(ANNA, PageRequest.newest(2).after(id(1)))).isEmpty();
        assertThat(log().of(ANNA, PageRequest.first(2))).containsExactly(reading(ANNA, 1), reading(ANNA, 2));
        assertThat(log().of(ANNA, PageRequest.first(2).after(id(2))))
                .containsExactly(reading(ANNA, 3), reading(ANNA, 4));
    }

    @Test
    void adds_several_hundred_at_once_and_the_same_ones_again_without_effect() {
        List<LoggedReading> many = readings(ANNA, 1, 700);
        log().add(many);
        log().add(many);
        log().add(List.of());
        assertThat(log().of(ANNA, PageRequest.newest(1_000))).hasSize(700);
    }

    @Test
    void forgets_a_dossier_and_no_other() {
        log().add(List.of(reading(ANNA, 1), reading(ANNA, 2), reading(BRUNO, 3)));
        log().remove(ANNA);
        assertThat(log().of(ANNA, PageRequest.newest(1_000))).isEmpty();
        assertThat(log().of(BRUNO, PageRequest.newest(1_000))).containsExactly(reading(BRUNO, 3));
        log().remove(ANNA);
    }

    @Test
    void forgets_a_person_and_keeps_that_there_was_a_reading() {
        LoggedReading other = new LoggedReading(id(2), ANNA, AT, "mme.petit", "TEACHER", "goal", null);
        log().add(List.of(reading(ANNA, 1), other));
        log().rename("m.durand", "anonyme-1");
        assertThat(log().of(ANNA, PageRequest.newest(1_000)))
                .extracting(LoggedReading::person)
                .containsExactly("mme.petit", "anonyme-1");
    }

    @Test
    void forgets_what_is_older_than_an_instant_and_not_what_is_of_it() {
        log().add(List.of(reading(ANNA, 1), reading(ANNA, 2), reading(BRUNO, 3)));
        log().removeBefore(AT.plusSeconds(2));
        assertThat(log().of(ANNA, PageRequest.newest(1_000))).containsExactly(reading(ANNA, 2));
        assertThat(log().of(BRUNO, PageRequest.newest(1_000))).containsExactly(reading(BRUNO, 3));
    }

    @Test
    void is_not_said_to_be_empty_while_it_has_a_reading() {
        log().add(List.of(reading(ANNA, 1), reading(BRUNO, 2)));
        assertThat(log().isEmpty()).isFalse();
        log().remove(ANNA);
        assertThat(log().of(BRUNO, PageRequest.newest(1_000))).containsExactly(reading(BRUNO, 2));
        assertThat(log().isEmpty()).isFalse();
    }

    @Test
    void is_apart_from_rows_and_entries() {
        Picture before = picture();
        log().add(List.of(reading(ANNA, 1)));
        assertThat(log().of(ANNA, PageRequest.newest(1_000))).hasSize(1);
        assertThat(picture()).isEqualTo(before);
        assertThat(listed(view -> view.scopes(null, ALL))).isEmpty();
    }

    @Test
    void is_there_after_the_store_was_closed_where_it_is_durable() throws Exception {
        log().add(List.of(reading(ANNA, 1)));
        assumeTrue(has(Capability.DURABLE), "the store keeps nothing");
        store.close();
        store = fixture.open();
        assertThat(log().of(ANNA, PageRequest.newest(1_000))).containsExactly(reading(ANNA, 1));
    }

    @Test
    void is_in_no_backup() throws Exception {
        log().add(List.of(reading(ANNA, 1)));
        assumeTrue(has(Capability.BACKUP), "the store makes no copies");
        store.backup(elsewhere.resolve("copy"));
        try (PortfolioStore restored = fixture.restored(elsewhere.resolve("copy"))) {
            assertThat(restored.accessLog().orElseThrow().of(ANNA, PageRequest.newest(1_000)))
                    .isEmpty();
        }
        assertThat(log().of(ANNA, PageRequest.newest(1_000))).hasSize(1);
    }

    @Test
    void answers_no_more_once_the_store_is_closed() {
        AccessLog log = log();
        log.add(List.of(reading(ANNA, 1)));
        store.close();
        assertThatThrownBy(() -> log.of(ANNA, PageRequest.newest(1))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> log.add(List.of(reading(ANNA, 2)))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void is_absent_from_a_store_that_declares_none() {
        assumeFalse(has(Capability.ACCESS_LOG), "the store declares that it keeps a log of readings");
        assertThat(store.accessLog()).isEmpty();
    }
}
