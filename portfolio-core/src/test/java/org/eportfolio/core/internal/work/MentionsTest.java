package org.eportfolio.core.internal.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;
import org.junit.jupiter.api.Test;

/** Which ids a body names, however it writes them. */
class MentionsTest {
    private final Mentions<String> mentions = new Mentions<>();

    private Set<String> in(String body) {
        return mentions.in(new Row(Scope.ORGANISATION, new Kind("goal"), new UUID(0, 1), body, Set.of()));
    }

    private void look(String... ids) {
        for (String each : ids) mentions.add(each, each);
    }

    @Test
    void an_id_is_named_by_a_whole_text_of_the_body() {
        look("emma", "emma.b", "a\"b", "c\\d", "rené", "😀");
        assertThat(in("{\"author\":\"emma\",\"note\":\"emma.bc\"}")).containsExactly("emma");
        assertThat(in("{\"emma.b\":1}")).containsExactly("emma.b");
        assertThat(in("[\"a\\\"b\",\"c\\\\d\",\"rené\",\"😀\"]"))
                .containsExactlyInAnyOrder("a\"b", "c\\d", "rené", "😀");
        assertThat(in("{\"note\":\"about emma\"}")).isEmpty();
    }

    @Test
    void an_id_is_found_that_another_program_escaped() {
        look("rené", "a/b", "emma");
        assertThat(in("{\"author\":\"ren\\u00e9\"}")).containsExactly("rené");
        assertThat(in("{\"author\":\"a\\/b\",\"by\":\"\\u0065mma\"}")).containsExactlyInAnyOrder("a/b", "emma");
        assertThat(in("{\"author\":\"ren\\u00e8\"}")).isEmpty();
    }
}
