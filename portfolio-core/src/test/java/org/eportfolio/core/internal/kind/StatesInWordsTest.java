package org.eportfolio.core.internal.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/access.md} names the kinds of which the state decides who sees them, and no others. */
class StatesInWordsTest {
    private static Set<String> named(String state) throws IOException {
        String row = Files.readAllLines(Path.of("../docs/access.md")).stream()
                .filter(line -> line.startsWith("| " + state + " |"))
                .findFirst()
                .orElseThrow();
        Set<String> named = new TreeSet<>();
        for (Matcher each = Pattern.compile("`([a-z-]+)`").matcher(row.split("\\|")[2]); each.find(); ) {
            named.add(each.group(1));
        }
        return named;
    }

    private static Set<String> readBy(Readers readers) {
        return Kinds.ALL.stream()
                .filter(each -> each.readers() == readers)
                .map(each -> each.kind().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_kind_that_can_be_a_draft_is_named_as_one() throws IOException {
        Set<String> drafts = Kinds.ALL.stream()
                .filter(RecordKind::hasDrafts)
                .map(each -> each.kind().name())
                .collect(Collectors.toCollection(TreeSet::new));
        drafts.add(RecordingKinds.RECORDING.kind().name());
        assertThat(named("draft")).isEqualTo(drafts);
    }

    @Test
    void what_one_person_or_the_team_alone_sees_is_named() throws IOException {
        assertThat(named("for one person")).isEqualTo(readBy(Readers.OWNER));
        assertThat(named("a review whose campaign runs")).isEqualTo(readBy(Readers.LEARNER_WHEN_CAMPAIGN_IS_OVER));
        assertThat(named("of the team")).isSubsetOf(readBy(Readers.STAFF));
    }
}
