package org.eportfolio.core.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.school.Reach;
import org.junit.jupiter.api.Test;

/** What is stored is named by a file, never by Java. */
class StoredNamesTest {
    private record Unstated(UUID id) {}

    @Test
    void every_type_that_is_stated_is_there_and_stated_as_it_is() throws ClassNotFoundException {
        assertThat(StoredNames.types()).hasSizeGreaterThan(100);
        for (String each : StoredNames.types()) {
            Class<?> type = Class.forName(each);
            if (type.isEnum()) {
                assertThat(StoredNames.byOrdinal(type)).as(each).hasSameSizeAs(type.getEnumConstants());
            } else {
                assertThat(StoredNames.fields(type)).as(each).hasSameSizeAs(type.getRecordComponents());
            }
        }
    }

    @Test
    void a_type_without_a_line_is_refused_at_its_first_use() {
        assertThatThrownBy(() -> new RecordJson().text(new Unstated(new UUID(1, 1))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("stored-names.txt")
                .hasMessageContaining("Unstated");
    }

    @Test
    void tags_and_constants_are_those_that_earlier_files_hold() {
        assertThat(StoredNames.tag(Reach.OfCohort.class)).isEqualTo("of-cohort");
        assertThat(StoredNames.constants(Outcome.class)).containsExactly("LEVEL", "NOT_APPLICABLE", "RETRACTED");
    }
}
