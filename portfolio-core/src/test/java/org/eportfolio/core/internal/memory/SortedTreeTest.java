package org.eportfolio.core.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SortedTreeTest {
    private static final int ALL = Integer.MAX_VALUE;

    @Test
    void holds_what_a_sorted_map_holds_after_any_steps() {
        long seed = 20260907;
        Random random = new Random(seed);
        SortedTree<Integer, String> tree = SortedTree.by(Comparator.<Integer>naturalOrder());
        TreeMap<Integer, String> map = new TreeMap<>();
        for (int step = 0; step < 20_000; step++) {
            int key = random.nextInt(500);
            if (random.nextInt(5) < 3) {
                tree = tree.with(key, "step " + step);
                map.put(key, "step " + step);
            } else {
                tree = tree.without(key);
                map.remove(key);
            }
            int from = random.nextInt(500);
            int to = from + random.nextInt(50);
            int limit = 1 + random.nextInt(30);
            assertThat(tree.get(from)).as("seed %s, step %s", seed, step).isEqualTo(map.get(from));
            assertThat(tree.stretch(k -> k < from ? -1 : k < to ? 0 : 1, limit))
                    .as("seed %s, step %s", seed, step)
                    .isEqualTo(
                            map.subMap(from, to).values().stream().limit(limit).toList());
        }
        assertThat(tree.stretch(k -> 0, ALL)).containsExactlyElementsOf(map.values());
    }

    @Test
    void leaves_each_earlier_tree_as_it_was() {
        List<SortedTree<Integer, Integer>> trees = new ArrayList<>();
        trees.add(SortedTree.by(Comparator.<Integer>naturalOrder()));
        for (int i = 0; i < 300; i++) trees.add(trees.get(i).with(i, i));
        for (int i = 0; i < 300; i++) trees.get(300).without(i);
        for (int i = 0; i <= 300; i++)
            assertThat(trees.get(i).stretch(k -> 0, ALL)).hasSize(i);
    }

    /** Sequential keys are what UUIDv7 makes; a tree that leaned would overflow the stack here. */
    @Test
    void stays_shallow_under_sequential_keys() {
        SortedTree<Integer, Integer> tree = SortedTree.by(Comparator.<Integer>naturalOrder());
        for (int i = 0; i < 200_000; i++) tree = tree.with(i, i);
        int[] looks = {0};
        assertThat(tree.stretch(
                        key -> {
                            looks[0]++;
                            return Integer.compare(key, 123_456);
                        },
                        1))
                .containsExactly(123_456);
        assertThat(looks[0]).isLessThan(60);
    }
}
