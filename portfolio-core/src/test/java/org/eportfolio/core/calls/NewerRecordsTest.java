package org.eportfolio.core.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eportfolio.PortfolioException;
import org.eportfolio.core.calls.EveryCall.Outcome;
import org.eportfolio.core.calls.EveryCall.Trial;
import org.eportfolio.spi.Row;
import org.junit.jupiter.api.Test;

/**
 * While the processes of a platform are replaced one by one, a record may say more than this version knows. Each call of each desk
 * is made where every record does.
 */
class NewerRecordsTest {
    @Test
    void no_call_writes_a_record_anew_of_which_it_does_not_know_everything() throws IOException {
        Map<String, Set<String>> lost = new TreeMap<>();
        Set<String> refused = new TreeSet<>();
        try (CountedClass school = new CountedClass(4, 2)) {
            for (EveryCall call : EveryCall.all()) {
                for (int actor = 0; actor < school.actors.size(); actor++) {
                    Optional<Trial> trial = call.first(school, actor, 100, Outcome::wentThrough);
                    if (trial.isEmpty()) continue;
                    CountingStore newer = school.store.reading(NewerRecordsTest::sayingMore);
                    Outcome outcome = call.made(trial.get(), school, newer, null, 100);
                    if (isRefusal(outcome)) refused.add(call.name());
                    Set<String> anew = writtenAnew(newer, school.store);
                    if (!anew.isEmpty())
                        lost.computeIfAbsent(call.name(), name -> new TreeSet<>())
                                .addAll(anew);
                }
            }
        }
        assertThat(lost)
                .as("kinds of which a call left out what it did not know")
                .isEmpty();
        assertThat(refused).as("calls that write records anew").hasSizeGreaterThan(100);
    }

    private static Row sayingMore(Row row) {
        String body = row.body();
        String more = body.substring(0, body.length() - 1) + ",\"ofTomorrow\":{\"said\":true}}";
        return new Row(row.scope(), row.kind(), row.id(), more, row.keys());
    }

    private static boolean isRefusal(Outcome outcome) {
        return outcome.refusal() instanceof PortfolioException refusal
                && refusal.reason().key().equals("record.newer-fields");
    }

    private static Set<String> writtenAnew(CountingStore written, CountingStore before) {
        Set<String> kinds = new TreeSet<>();
        before.copy().read(view -> {
            for (Row row : written.puts()) {
                if (view.find(row.scope(), row.kind(), row.id()).isPresent())
                    kinds.add(row.kind().name());
            }
            return kinds;
        });
        return kinds;
    }
}
