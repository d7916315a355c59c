package org.eportfolio.core.internal.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.DataCategory;
import org.junit.jupiter.api.Test;

/** The table of what each kind holds, against what the kinds are. */
class TreatmentsTest {
    /** By reflection, so that a kind that was left out of every list is found too. */
    private static List<RecordKind<?>> constants() throws IllegalAccessException {
        List<RecordKind<?>> kinds = new ArrayList<>();
        for (Field field : Kinds.class.getFields()) {
            if (field.get(null) instanceof RecordKind<?> kind) kinds.add(kind);
        }
        return kinds;
    }

    @Test
    void every_kind_is_in_the_table_and_among_all_kinds() throws IllegalAccessException {
        assertThat(constants()).hasSizeGreaterThan(50).containsExactlyInAnyOrderElementsOf(Kinds.ALL);
        for (RecordKind<?> kind : constants()) {
            assertThat(Treatments.of(kind)).as(kind.kind().name()).isNotNull();
        }
    }

    @Test
    void a_kind_that_names_people_holds_personal_data() throws IllegalAccessException {
        for (RecordKind<?> kind : constants()) {
            boolean names = !Inside.people(sample(kind)).isEmpty();
            Treatments.Treatment treatment = Treatments.of(kind);
            if (names && kind != Kinds.ERASURE) {
                assertThat(treatment.people()).as(kind.kind().name()).isNotEmpty();
                assertThat(treatment.category()).as(kind.kind().name()).isNotEqualTo(DataCategory.NONE);
            }
            assertThat(treatment.people().isEmpty())
                    .as(kind.kind().name())
                    .isEqualTo(treatment.category() == DataCategory.NONE);
        }
    }

    @Test
    void everybody_in_a_record_of_any_kind_can_be_called_otherwise() throws IllegalAccessException {
        PersonId other = PersonId.of("anonyme");
        for (RecordKind<?> kind : constants()) {
            Object record = sample(kind);
            for (PersonId person : Inside.people(record)) {
                Object renamed = Inside.renamed(record, each -> each.equals(person) ? other : each);
                assertThat(Inside.people(renamed))
                        .as(kind.kind().name())
                        .contains(other)
                        .doesNotContain(person);
                assertThat(Work.json().text(renamed)).doesNotContain("\"" + person + "\"");
            }
            assertThat(Inside.renamed(record, each -> each)).isSameAs(record);
        }
    }

    @Test
    void every_content_that_stands_in_a_body_is_found_in_its_record() throws IllegalAccessException {
        Pattern content = Pattern.compile("\"sha256\":\"([0-9a-f]{64})\"");
        int seen = 0;
        for (RecordKind<?> kind : constants()) {
            if (kind == Kinds.DEPARTURE) continue;
            Object record = sample(kind);
            Set<String> written = content.matcher(Work.json().text(record))
                    .results()
                    .map(each -> each.group(1))
                    .collect(Collectors.toSet());
            assertThat(Inside.contents(record))
                    .as(kind.kind().name())
                    .extracting(each -> each.sha256().toString())
                    .containsExactlyInAnyOrderElementsOf(written);
            seen += written.size();
        }
        assertThat(seen).isGreaterThan(5);
    }

    private static <T> T sample(RecordKind<T> kind) {
        return new Samples(true, "texte").of(kind.type());
    }
}
