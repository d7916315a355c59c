package org.eportfolio.core.internal.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eportfolio.StorageException;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.internal.codec.Upgrades;
import org.eportfolio.core.internal.kind.CertificationKinds;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.KindFile;
import org.eportfolio.core.internal.kind.Kinds;
import org.eportfolio.core.internal.kind.Readers;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.Route;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.kind.SharingKinds;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;
import org.eportfolio.sqlite.SqliteStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of record, written and read again through each store. */
@ParameterizedClass
@ValueSource(booleans = {false, true})
class RecordsTest {
    private static final String UNICODE = "é ß \u2028 \t\n\"\\{}[] 😀 \uD835\uDD38 عربي \u0301 \uFFFD";

    @Parameter
    boolean onFile;

    @TempDir
    Path folder;

    private PortfolioStore store;

    @BeforeEach
    void open() {
        store = onFile ? SqliteStore.open(folder.resolve("school.db")) : new InMemoryStore();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static List<RecordKind<?>> all() {
        return Kinds.ALL;
    }

    @Test
    void with_every_optional_field_it_comes_back_the_same() {
        for (RecordKind<?> kind : all()) comesBack(kind, new Samples(true, UNICODE));
    }

    @Test
    void without_any_optional_field_it_comes_back_the_same() {
        for (RecordKind<?> kind : all()) comesBack(kind, new Samples(false, "x"));
    }

    @Test
    void with_texts_of_100_kb_it_comes_back_the_same() {
        for (RecordKind<?> kind : all()) comesBack(kind, new Samples(true, "é😀".repeat(25_000)));
    }

    @Test
    void every_member_of_a_family_comes_back() {
        Stream.of(
                        DossierKinds.PRODUCTION,
                        SchoolKinds.GRANT,
                        SharingKinds.LINK,
                        SharingKinds.SHOWCASE,
                        CertificationKinds.EXAM_FILE)
                .forEach(kind -> {
                    for (int shift = 0; shift < 4; shift++) {
                        Samples samples = new Samples(true, "x");
                        for (int i = 0; i < shift; i++) samples.of(UUID.class);
                        comesBack(kind, samples);
                    }
                });
    }

    private <T> void comesBack(RecordKind<T> kind, Samples samples) {
        T record = samples.of(kind.type());
        put(Encoded.of(kind, record, "secret").row());
        Optional<T> read = engine().read(work ->
                work.find(kind, kind.scope().apply(record), kind.id().apply(record)));
        assertThat(read).as(kind.kind().name()).contains(record);
    }

    /** A kind that has been through two changes of shape. */
    public record Sandwich(UUID id, String filling, List<String> sauces) {
        public Sandwich {
            Objects.requireNonNull(filling, "filling");
        }
    }

    private static final UUID ID = new UUID(1, 1);

    private static final RecordKind<Sandwich> SANDWICH = new KindFile()
            .inOrganisation("sandwich", Sandwich.class, Sandwich::id)
            .upgradedBy(new Upgrades(List.of(
                    fields -> fields.put("filling", String.valueOf(fields.remove("garniture"))),
                    fields -> fields.put("sauces", List.of(String.valueOf(fields.remove("sauce")))))))
            .nothingPersonal()
            .readBy(Readers.LIBRARY)
            .leavesBy(Route.ARCHIVE);

    @Test
    void an_older_version_is_brought_up_step_by_step() {
        body("{\"v\":1,\"s\":\"k\",\"id\":\"" + ID + "\",\"garniture\":\"fromage 😀\",\"sauce\":\"moutarde\"}");
        assertThat(sandwich()).isEqualTo(new Sandwich(ID, "fromage 😀", List.of("moutarde")));
        body("{\"v\":2,\"s\":\"k\",\"id\":\"" + ID + "\",\"filling\":\"thon\",\"sauce\":\"aïoli\"}");
        assertThat(sandwich()).isEqualTo(new Sandwich(ID, "thon", List.of("aïoli")));
        Sandwich current = new Sandwich(ID, "thon", List.of());
        put(Encoded.of(SANDWICH, current, "k").row());
        assertThat(sandwich()).isEqualTo(current);
    }

    @Test
    void a_newer_version_and_a_damaged_old_one_are_refused_by_name() {
        for (String body : List.of(
                "{\"v\":4,\"s\":\"k\",\"id\":\"" + ID + "\"}",
                "{\"v\":1,\"s\":\"k\",\"id\":7.5}",
                "{\"v\":1,\"s\":\"k\"",
                "{\"v\":3,\"s\":\"k\",\"id\":\"" + ID + "\",\"sauces\":[]}",
                "pas du JSON")) {
            body(body);
            assertThatThrownBy(this::sandwich)
                    .as(body)
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("sandwich")
                    .hasMessageContaining(ID.toString().substring(28));
        }
    }

    @Test
    void a_field_that_a_later_library_added_within_a_version_is_passed_over() {
        body("{\"v\":3,\"s\":\"k\",\"id\":\"" + ID
                + "\",\"filling\":\"thon\",\"pain\":{\"type\":[1,{}]},\"sauces\":null}");
        assertThat(sandwich()).isEqualTo(new Sandwich(ID, "thon", List.of()));
    }

    /** That remembers nothing: the rows are changed behind its back. */
    private Engine engine() {
        return new Engine(store, Clock.systemUTC(), question -> Optional.empty());
    }

    private Sandwich sandwich() {
        return engine().read(work -> work.find(SANDWICH, Scope.ORGANISATION, ID))
                .orElseThrow();
    }

    private void body(String body) {
        put(new Row(Scope.ORGANISATION, SANDWICH.kind(), ID, body, Set.of()));
    }

    private void put(Row row) {
        store.commit(new Change(Map.of(), List.of(), List.of(row), List.of()));
    }
}
