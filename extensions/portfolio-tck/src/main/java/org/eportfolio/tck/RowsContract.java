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
import java.util.Map;
import java.util.function.Supplier;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.junit.jupiter.api.Test;

/** Rows come back exactly as they were put, under the scope, kind and id that name them, until they are removed. */
public abstract class RowsContract extends Contract {
    private static final List<String> BODIES = List.of(
            "{}",
            "\"\"",
            " {\n\t\"spaces\" :  \"stay\"\r\n}  ",
            "{\"accents\":\"Maël Étienne, cœur, ÿ\",\"decomposed\":\"e\u0301\"}",
            "{\"astral\":\"\ud83c\udf31\ud83d\udc69\u200d\ud83c\udf93 \ud835\udd38 \udbff\udffd\"}",
            "{\"scripts\":\"العربية 中文 ไทย עברית\",\"marks\":\"\ufeff\u2028\u2029\u00a0\uffff\u007f\u0085\"}",
            "{\"escapes\":\"\\u0000 \\ud800 \\\\ \\\" \\/\",\"quotes\":\"' '' `;-- % _ ? :x $1 {0}\"}",
            "[1e400,-0,0.10,12345678901234567890]");

    protected RowsContract(Supplier<? extends StoreFixture> fixtures) {
        super(fixtures);
    }

    @Test
    void gives_back_a_row_as_it_was_put() {
        Row row = assessment(ANNA, 1, PENDING, new Key("assessment.author", "person-7"));
        put(row);
        assertThat(found(row)).containsExactly(row);
        assertThat(list(ANNA, ASSESSMENT)).containsExactly(row);
    }

    @Test
    void finds_nothing_under_another_scope_kind_or_id() {
        put(assessment(ANNA, 1));
        assertThat(found(assessment(ANNA, 1))).hasSize(1);
        assertThat(found(assessment(ANNA, 2))).isEmpty();
        assertThat(found(assessment(BRUNO, 1))).isEmpty();
        assertThat(found(row(ANNA, GOAL, id(1), "{}"))).isEmpty();
        assertThat(list(BRUNO, ASSESSMENT)).isEmpty();
        assertThat(list(ANNA, GOAL)).isEmpty();
    }

    @Test
    void keeps_rows_of_one_id_in_several_scopes_and_kinds_apart() {
        Row annas = assessment(ANNA, 1);
        Row brunos = row(BRUNO, ASSESSMENT, id(1), "{\"of\":\"bruno\"}");
        Row goal = row(ANNA, GOAL, id(1), "{\"kind\":\"goal\"}");
        Row longest = row(ANNA, new Kind("g" + "-0".repeat(19) + "z"), id(1), "{\"kind\":\"longest\"}");
        put(annas, brunos, goal, longest);
        store.commit(removes(annas));
        assertThat(found(annas)).isEmpty();
        for (Row other : List.of(brunos, goal, longest))
            assertThat(found(other)).containsExactly(other);
    }

    @Test
    void keeps_a_body_exactly() {
        List<Row> rows = new ArrayList<>();
        for (String body : BODIES) rows.add(row(ANNA, ASSESSMENT, id(rows.size()), body));
        put(rows.toArray(Row[]::new));
        assertThat(list(ANNA, ASSESSMENT)).extracting(Row::body).containsExactlyElementsOf(BODIES);
    }

    @Test
    void keeps_a_body_of_several_megabytes() {
        Row row = row(ANNA, ASSESSMENT, id(1), "{\"text\":\"" + "né\ud83c\udf31 ".repeat(500_000) + "\"}");
        put(row, assessment(ANNA, 2));
        assertThat(list(ANNA, ASSESSMENT)).containsExactly(row, assessment(ANNA, 2));
    }

    @Test
    void replaces_a_row_put_under_the_same_name() {
        put(assessment(ANNA, 1), assessment(ANNA, 2));
        Row replaced = row(ANNA, ASSESSMENT, id(1), "{\"level\":\"C\"}", PENDING);
        put(replaced);
        assertThat(list(ANNA, ASSESSMENT)).containsExactly(replaced, assessment(ANNA, 2));
    }

    @Test
    void removes_a_row_and_ignores_one_that_is_not_there() {
        put(assessment(ANNA, 1), assessment(ANNA, 2), assessment(ANNA, 3));
        store.commit(removes(assessment(ANNA, 2), assessment(ANNA, 9), assessment(CHLOE, 1)));
        assertThat(list(ANNA, ASSESSMENT)).containsExactly(assessment(ANNA, 1), assessment(ANNA, 3));
        assertThat(found(assessment(ANNA, 2))).isEmpty();
    }

    @Test
    void puts_after_it_removed() {
        put(assessment(ANNA, 1));
        Row again = row(ANNA, ASSESSMENT, id(1), "{\"again\":true}");
        store.commit(new Change(Map.of(), List.of(RowName.of(again)), List.of(again), List.of()));
        assertThat(found(again)).containsExactly(again);
    }

    @Test
    void gives_the_rows_among_scopes_by_scope_then_id() {
        put(assessment(CHLOE, 1), assessment(ANNA, 9), assessment(ANNA, 2), assessment(BRUNO, 1));
        put(row(ANNA, GOAL, id(1), "{}"));
        assertThat(among(List.of(CHLOE, ANNA, new Scope(id(77)))))
                .containsExactly(assessment(ANNA, 2), assessment(ANNA, 9), assessment(CHLOE, 1));
        assertThat(among(List.of(BRUNO, BRUNO))).containsExactly(assessment(BRUNO, 1));
        assertThat(among(List.of())).isEmpty();
    }

    @Test
    void looks_among_any_number_of_scopes() {
        put(assessment(ANNA, 1), assessment(BRUNO, 2));
        List<Scope> many = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) many.add(new Scope(id(1_000 + i)));
        many.add(20_000, BRUNO);
        many.add(ANNA);
        assertThat(among(many)).containsExactly(assessment(ANNA, 1), assessment(BRUNO, 2));
    }

    private List<Row> among(List<Scope> scopes) {
        return store.read(view -> view.among(scopes, ASSESSMENT));
    }

    private List<Row> found(Row row) {
        return store.read(view -> view.find(row.scope(), row.kind(), row.id())).stream()
                .toList();
    }
}
