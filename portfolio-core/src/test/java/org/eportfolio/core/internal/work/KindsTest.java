package org.eportfolio.core.internal.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.core.internal.kind.KindFile;
import org.eportfolio.core.internal.kind.Kinds;
import org.eportfolio.core.internal.kind.PrivacyKinds;
import org.eportfolio.core.internal.kind.Readers;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.Route;
import org.eportfolio.core.internal.kind.Visit;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.DataCategory;
import org.eportfolio.privacy.ErasureOutcome;
import org.eportfolio.privacy.PersonCategory;
import org.junit.jupiter.api.Test;

/** What the definitions of kinds state, against what the records are. */
class KindsTest {
    private static final Path KINDS = Path.of("src/main/java/org/eportfolio/core/internal/kind");

    @Test
    void every_kind_that_is_defined_anywhere_is_among_all_kinds() throws Exception {
        List<RecordKind<?>> defined = new ArrayList<>();
        try (Stream<Path> files = Files.list(KINDS)) {
            for (Path each :
                    files.filter(file -> file.toString().endsWith("Kinds.java")).toList()) {
                String name = String.valueOf(each.getFileName()).replace(".java", "");
                for (Field field :
                        Class.forName(Kinds.class.getPackageName() + "." + name).getFields()) {
                    if (field.get(null) instanceof RecordKind<?> kind) defined.add(kind);
                }
            }
        }
        assertThat(defined).hasSizeGreaterThan(50).containsExactlyInAnyOrderElementsOf(Kinds.ALL);
    }

    @Test
    void a_kind_that_names_people_holds_personal_data() {
        for (RecordKind<?> kind : Kinds.ALL) {
            boolean names = !Inside.people(sample(kind)).isEmpty();
            if (names && kind != PrivacyKinds.ERASURE) {
                assertThat(kind.treatment().people()).as(kind.kind().name()).isNotEmpty();
                assertThat(kind.treatment().category()).as(kind.kind().name()).isNotEqualTo(DataCategory.NONE);
            }
        }
    }

    @Test
    void a_definition_that_contradicts_itself_is_refused() {
        KindFile file = new KindFile();
        assertThatThrownBy(() -> file.inDossier("note", Visit.class, Visit::place, each -> new DossierId(each.place()))
                        .personal(DataCategory.WORK, PersonCategory.LEARNER)
                        .erased(ErasureOutcome.DELETE)
                        .readBy(Readers.STAFF)
                        .leavesBy(Route.TAKE_AWAY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the learner does not read it");
    }

    @Test
    void everybody_in_a_record_of_any_kind_can_be_called_otherwise() {
        PersonId other = PersonId.of("anonyme");
        for (RecordKind<?> kind : Kinds.ALL) {
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
    void every_content_that_stands_in_a_body_is_found_in_its_record() {
        Pattern content = Pattern.compile("\"sha256\":\"([0-9a-f]{64})\"");
        int seen = 0;
        for (RecordKind<?> kind : Kinds.ALL) {
            if (kind == PrivacyKinds.DEPARTURE) continue;
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
