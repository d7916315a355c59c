package org.eportfolio.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.tck.Examples.ANNA;
import static org.eportfolio.tck.Examples.ASSESSMENT;
import static org.eportfolio.tck.Examples.MONDAY;
import static org.eportfolio.tck.Examples.assessment;
import static org.eportfolio.tck.Examples.bytes;
import static org.eportfolio.tck.Examples.entry;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.KeptContent;
import org.eportfolio.spi.MissingContentException;
import org.eportfolio.spi.Stored;
import org.junit.jupiter.api.Test;

/** No commit refers to content that is not there, and what a commit needs is not removed as left over. */
public abstract class NeededContentContract extends FileContract {
    protected NeededContentContract(Supplier<? extends StoreFixture> fixtures) {
        super(fixtures);
    }

    private Change needing(Stored... contents) {
        Head head = head(ANNA);
        return new Change(
                Map.of(ANNA, head),
                List.of(),
                List.of(assessment(ANNA, 1)),
                List.of(entry(ANNA, head, "{}")),
                Set.of(contents));
    }

    private Instant touchOf(Stored content) {
        return store.contents().list(null, ALL).stream()
                .filter(each -> each.content().equals(content))
                .findFirst()
                .orElseThrow()
                .touched();
    }

    @Test
    void refuses_a_commit_whose_content_is_not_there_and_writes_nothing() throws IOException {
        Stored there = write(bytes(1_000, 1));
        Stored gone = write(bytes(1_000, 2));
        assertThat(store.contents().remove(gone, ALWAYS)).isTrue();
        Change change = needing(there, gone);
        assertThatThrownBy(() -> store.commit(change))
                .isInstanceOfSatisfying(
                        MissingContentException.class,
                        e -> assertThat(e.content()).isEqualTo(gone));
        assertThat(list(ANNA, ASSESSMENT)).isEmpty();
        assertThat(head(ANNA)).isEqualTo(Head.EMPTY);
        write(bytes(1_000, 2));
        store.commit(change);
        assertThat(list(ANNA, ASSESSMENT)).hasSize(1);
    }

    @Test
    void refuses_a_load_whose_content_is_not_there() throws IOException {
        Stored gone = write(bytes(1_000, 3));
        assertThat(store.contents().remove(gone, ALWAYS)).isTrue();
        List<Change> load = List.of(needing(gone));
        assertThatThrownBy(() -> store.load(load.iterator())).isInstanceOf(MissingContentException.class);
        assertThat(list(ANNA, ASSESSMENT)).isEmpty();
    }

    @Test
    void does_not_remove_what_a_commit_needed_since_it_was_listed() throws IOException {
        Stored content = write(bytes(1_000, 4));
        Instant seen = touchOf(content);
        store.commit(needing(content));
        assertThat(store.contents().remove(content, seen.plus(1, ChronoUnit.MICROS)))
                .isFalse();
        assertThat(bytesOf(content)).hasSize(1_000);
        assertThat(store.contents().remove(content, touchOf(content).plus(1, ChronoUnit.MICROS)))
                .isTrue();
        assertMissing(content);
    }

    /** Clocks stand still, and go back. */
    @Test
    void makes_each_touch_later_than_the_one_before() throws IOException {
        Stored content = write(bytes(1_000, 5), MONDAY);
        Instant first = touchOf(content);
        write(bytes(1_000, 5), MONDAY);
        Instant second = touchOf(content);
        write(bytes(1_000, 5), MONDAY.minusSeconds(60));
        Instant third = touchOf(content);
        store.commit(needing(content));
        assertThat(List.of(second, third, touchOf(content)))
                .doesNotContain(first)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(first).isEqualTo(MONDAY);
    }

    @Test
    void lists_contents_page_by_page_in_the_order_of_their_hashes() throws IOException {
        List<KeptContent> all = new ArrayList<>();
        for (int i = 0; i < 25; i++) all.add(new KeptContent(write(bytes(100 + i, 10 + i), MONDAY), MONDAY));
        all.sort(Comparator.comparing(each -> each.content().sha256().toString()));
        List<KeptContent> paged = new ArrayList<>(store.contents().list(null, 10));
        while (paged.size() < 25) {
            List<KeptContent> page =
                    store.contents().list(paged.get(paged.size() - 1).content().sha256(), 10);
            assertThat(page).isNotEmpty();
            paged.addAll(page);
        }
        assertThat(paged).isEqualTo(all);
        assertThat(store.contents().list(all.get(24).content().sha256(), 10)).isEmpty();
    }
}
