package org.eportfolio.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.tck.Examples.ANNA;
import static org.eportfolio.tck.Examples.ASSESSMENT;
import static org.eportfolio.tck.Examples.BRUNO;
import static org.eportfolio.tck.Examples.CHLOE;
import static org.eportfolio.tck.Examples.GOAL;
import static org.eportfolio.tck.Examples.PENDING;
import static org.eportfolio.tck.Examples.assessment;
import static org.eportfolio.tck.Examples.id;
import static org.eportfolio.tck.Examples.removes;
import static org.eportfolio.tck.Examples.row;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Row;
import org.junit.jupiter.api.Test;

/** Rows are found by each of their present keys, in any scope and kind, and by no other key. */
public abstract class KeysContract extends Contract {
    private static final List<String> VALUES = List.of(
            "",
            " ",
            "a",
            "A",
            "a ",
            " a",
            "a\t",
            "aa",
            "%",
            "_",
            "a%",
            "*",
            "?",
            "é",
            "e\u0301",
            "É",
            "ß",
            "ss",
            "ı",
            "i",
            "'",
            "''",
            "\"",
            "\\",
            "`",
            "0",
            "1",
            "01",
            "1.0",
            "1e0",
            "true",
            "null",
            "NULL",
            "x'41'",
            "\n",
            "\ufeff",
            "\u00a0",
            "\ud83c\udf31",
            "\ud83c\udf32",
            "\uffff",
            "中",
            "l".repeat(5_000),
            "l".repeat(5_001));

    protected KeysContract(Supplier<? extends StoreFixture> fixtures) {
        super(fixtures);
    }

    @Test
    void finds_rows_of_any_scope_and_kind_by_their_key() {
        Row goal = row(BRUNO, GOAL, id(2), "{}", PENDING);
        put(assessment(CHLOE, 3, PENDING), goal, assessment(ANNA, 1, PENDING), assessment(ANNA, 4));
        assertThat(where(PENDING)).containsExactly(assessment(ANNA, 1, PENDING), goal, assessment(CHLOE, 3, PENDING));
    }

    @Test
    void compares_values_exactly() {
        List<Row> rows = new ArrayList<>();
        for (String value : VALUES) rows.add(assessment(ANNA, rows.size(), new Key("person", value)));
        put(rows.toArray(Row[]::new));
        for (Row row : rows) {
            for (Key key : row.keys()) assertThat(where(key)).as("%s", key).containsExactly(row);
        }
        assertThat(where(new Key("person", "a  "))).isEmpty();
    }

    @Test
    void tells_names_apart() {
        Key author = new Key("assessment.author", "person-7");
        Key learner = new Key("assessment.learner", "person-7");
        put(assessment(ANNA, 1, author), assessment(ANNA, 2, learner));
        assertThat(where(author)).containsExactly(assessment(ANNA, 1, author));
        assertThat(where(learner)).containsExactly(assessment(ANNA, 2, learner));
        assertThat(where(new Key("assessment", "person-7"))).isEmpty();
        assertThat(where(new Key("assessment.authorperson", "-7"))).isEmpty();
    }

    @Test
    void finds_a_row_by_each_of_its_keys() {
        Key[] keys = new Key[50];
        for (int i = 0; i < keys.length; i++) keys[i] = new Key("tag", "value " + i);
        Row row = assessment(ANNA, 1, keys);
        put(row);
        for (Key key : keys) assertThat(where(key)).containsExactly(row);
    }

    @Test
    void forgets_the_keys_that_a_replacement_does_not_carry() {
        Key before = new Key("reviewer", "anna");
        Key after = new Key("reviewer", "bruno");
        put(assessment(ANNA, 1, before, PENDING));
        Row replaced = row(ANNA, ASSESSMENT, id(1), "{\"reviewed\":true}", after, PENDING);
        put(replaced);
        assertThat(where(before)).isEmpty();
        assertThat(where(after)).containsExactly(replaced);
        assertThat(where(PENDING)).containsExactly(replaced);
        assertThat(whereAny(List.of(before, after))).containsExactly(replaced);
    }

    @Test
    void forgets_the_keys_of_a_removed_row() {
        put(assessment(ANNA, 1, PENDING), assessment(BRUNO, 1, PENDING));
        store.commit(removes(assessment(ANNA, 1)));
        assertThat(where(PENDING)).containsExactly(assessment(BRUNO, 1, PENDING));
        assertThat(whereAny(List.of(PENDING))).containsExactly(assessment(BRUNO, 1, PENDING));
    }

    @Test
    void finds_both_of_two_rows_with_one_id_in_two_scopes() {
        put(assessment(ANNA, 1, PENDING), assessment(BRUNO, 1, PENDING));
        assertThat(where(PENDING))
                .containsExactlyInAnyOrder(assessment(ANNA, 1, PENDING), assessment(BRUNO, 1, PENDING));
        assertThat(whereAny(List.of(PENDING)))
                .containsExactlyInAnyOrder(assessment(ANNA, 1, PENDING), assessment(BRUNO, 1, PENDING));
    }

    @Test
    void gives_each_row_with_any_of_the_keys_once_and_by_id() {
        Key one = new Key("cohort", "5A");
        Key two = new Key("cohort", "5B");
        put(assessment(CHLOE, 2, one, two), assessment(ANNA, 3, two), assessment(BRUNO, 1, one), assessment(ANNA, 4));
        assertThat(whereAny(List.of(two, one, one, PENDING)))
                .containsExactly(assessment(BRUNO, 1, one), assessment(CHLOE, 2, one, two), assessment(ANNA, 3, two));
        assertThat(whereAny(List.of())).isEmpty();
    }

    @Test
    void looks_for_any_number_of_keys() {
        Key last = new Key("person", "39999");
        put(assessment(ANNA, 1, last), assessment(ANNA, 2, new Key("other", "39999")));
        List<Key> many = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) many.add(new Key("person", String.valueOf(i)));
        assertThat(whereAny(many)).containsExactly(assessment(ANNA, 1, last));
    }

    private List<Row> whereAny(List<Key> keys) {
        return store.read(view -> view.whereAny(keys));
    }
}
