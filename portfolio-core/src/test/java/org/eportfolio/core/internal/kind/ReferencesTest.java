package org.eportfolio.core.internal.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which kinds of records refer to which, and what becomes of them. */
class ReferencesTest {
    private static final Path DOCS = Path.of("..", "docs", "references.md");

    @Test
    void the_table_in_the_docs_says_what_the_definitions_say() throws IOException {
        String now = text();
        if (Boolean.getBoolean("portfolio.regenerate")) Files.writeString(DOCS, now);
        assertThat(Files.exists(DOCS) ? Files.readString(DOCS) : "")
                .as(
                        "docs/references.md is not what the kinds state. See whether that is meant; if so, write it anew with: "
                                + "mvn -q -pl portfolio-core -am test -Dtest=ReferencesTest "
                                + "-Dsurefire.failIfNoSpecifiedTests=false -Dportfolio.regenerate=true")
                .isEqualTo(now);
    }

    @Test
    void references_are_found_however_deep_they_stand() {
        assertThat(Reference.of(SharingKinds.SHOWCASE))
                .filteredOn(each -> each.whenGone() == WhenGone.DETACHED)
                .extracting(Reference::to)
                .containsExactlyInAnyOrder(List.of(DossierKinds.PRODUCTION), List.of(RecordingKinds.RECORDING));
        assertThat(Reference.of(AssessmentKinds.ASSESSMENT))
                .anySatisfy(each -> assertThat(each.to()).contains(FrameworkKinds.ADOPTION))
                .anySatisfy(each -> assertThat(each.to()).contains(DossierKinds.PRODUCTION))
                .noneSatisfy(each -> assertThat(each.path()).isEqualTo("id"));
    }

    private static String text() {
        StringBuilder text = new StringBuilder("""
                # What refers to what

                Generated from the definitions of the kinds by `ReferencesTest`, which fails when this page is no longer true
                and says how to write it anew. `check()` goes by it. People are the host's: nothing here vouches for them.

                *Refused*: what is referred to does not go while the record stands, or the record goes with it. *Detached*:
                the record stays and shows what is still there. *Kept as it stood*: the record stays as it was made. A kind
                with † can be closed; once it is, whatever it refers to may go.

                An erasure is stronger than all of these: what it removed may still be named by what others hold. The id says
                nothing about the person, and the journal tells that an erasure removed the record. What came from another school
                may name what stayed there.

                | Kind | Where | Refers to | When that goes |
                |---|---|---|---|
                """);
        for (RecordKind<?> kind : Kinds.ALL) {
            for (Reference each : Reference.of(kind)) {
                String to = each.to().isEmpty()
                        ? "a file"
                        : each.to().stream().map(RecordKind::toString).collect(Collectors.joining(", "));
                text.append("| ")
                        .append(kind)
                        .append(kind.closes() ? " †" : "")
                        .append(" | `")
                        .append(each.path())
                        .append("` | ")
                        .append(to)
                        .append(" | ")
                        .append(each.whenGone().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .append(" |\n");
            }
        }
        return text.toString();
    }
}
