package org.eportfolio.core.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.PersonId;
import org.eportfolio.peer.Pair;
import org.eportfolio.peer.RoundRobin;
import org.junit.jupiter.api.Test;

/** The draw, for classes of every size. */
class RoundRobinTest {
    @Test
    void everybody_writes_as_many_reviews_as_each_production_gets() {
        for (int size = 2; size <= 40; size++) {
            for (int each = 1; each < Math.min(size, 7); each++) {
                Map<PersonId, Set<PersonId>> makers = alone(size);
                List<Pair> pairs = RoundRobin.pairs(makers, makers.keySet(), each, size * 31L + each);
                assertThat(loads(pairs, makers.keySet()).getMin())
                        .as("%d learners, %d each", size, each)
                        .isEqualTo(each);
                assertThat(loads(pairs, makers.keySet()).getMax()).isEqualTo(each);
                fair(pairs, makers, each);
            }
        }
    }

    @Test
    void groups_and_those_who_handed_in_nothing_are_evened_out() {
        long seed = System.nanoTime();
        System.out.println("seed of the groups: " + seed);
        Random random = new Random(seed);
        for (int run = 0; run < 300; run++) {
            Set<PersonId> learners = people(6 + random.nextInt(30));
            Map<PersonId, Set<PersonId>> makers = groups(learners, random);
            int each = 1 + random.nextInt(2);
            List<Pair> pairs = RoundRobin.pairs(makers, learners, each, random.nextLong());
            fair(pairs, makers, each);
            IntSummaryStatistics loads = loads(pairs, learners);
            assertThat(loads.getMax() - loads.getMin())
                    .as("seed %d, run %d: %s", seed, run, loads)
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void the_same_seed_draws_the_same_pairs_and_another_draws_others() {
        Map<PersonId, Set<PersonId>> makers = alone(24);
        List<Pair> drawn = RoundRobin.pairs(makers, makers.keySet(), 3, 42);
        assertThat(RoundRobin.pairs(new HashMap<>(makers), new HashSet<>(makers.keySet()), 3, 42))
                .isEqualTo(drawn);
        assertThat(RoundRobin.pairs(makers, makers.keySet(), 3, 43)).isNotEqualTo(drawn);
    }

    @Test
    void refuses_more_reviews_than_there_are_people_to_write_them() {
        Map<PersonId, Set<PersonId>> makers = alone(4);
        assertThatThrownBy(() -> RoundRobin.pairs(makers, makers.keySet(), 4, 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("learners who may review it: 3");
    }

    private static void fair(List<Pair> pairs, Map<PersonId, Set<PersonId>> makers, int each) {
        assertThat(pairs).doesNotHaveDuplicates();
        assertThat(pairs)
                .allSatisfy(pair -> assertThat(makers.get(pair.reviewed())).doesNotContain(pair.reviewer()));
        Map<PersonId, Long> received =
                pairs.stream().collect(Collectors.groupingBy(Pair::reviewed, Collectors.counting()));
        assertThat(received.keySet()).isEqualTo(makers.keySet());
        assertThat(received.values()).containsOnly((long) each);
    }

    private static IntSummaryStatistics loads(List<Pair> pairs, Set<PersonId> reviewers) {
        return reviewers.stream()
                .mapToInt(each -> Math.toIntExact(pairs.stream()
                        .filter(pair -> pair.reviewer().equals(each))
                        .count()))
                .summaryStatistics();
    }

    private static Set<PersonId> people(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> PersonId.of("learner-" + i))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<PersonId, Set<PersonId>> alone(int size) {
        return people(size).stream().collect(Collectors.toMap(each -> each, Set::of));
    }

    /** Groups of one to four; some handed in nothing. */
    private static Map<PersonId, Set<PersonId>> groups(Set<PersonId> learners, Random random) {
        List<PersonId> left = new ArrayList<>(learners);
        Collections.shuffle(left, random);
        Map<PersonId, Set<PersonId>> makers = new HashMap<>();
        while (!left.isEmpty()) {
            List<PersonId> group = left.subList(0, Math.min(left.size(), 1 + random.nextInt(4)));
            if (makers.isEmpty() || random.nextInt(5) > 0) makers.put(group.get(0), new HashSet<>(group));
            group.clear();
        }
        return makers;
    }
}
