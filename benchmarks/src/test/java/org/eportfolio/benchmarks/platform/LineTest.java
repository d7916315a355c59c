package org.eportfolio.benchmarks.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of sizes that were not measured. */
class LineTest {
    @Test
    void what_grows_evenly_is_foreseen_without_error() {
        Line line = Line.through(List.of(new Line.Point(1, 12), new Line.Point(2, 14), new Line.Point(4, 18)));
        assertThat(line.at(1_000)).isEqualTo(2_010, within(1e-6));
        assertThat(line.error()).isZero();
    }

    @Test
    void the_error_is_how_far_the_largest_lies_from_the_line_through_the_smaller() {
        Line line = Line.through(List.of(new Line.Point(1, 10), new Line.Point(2, 20), new Line.Point(4, 50)));
        assertThat(line.error()).isEqualTo(0.2, within(1e-9));
    }

    @Test
    void two_sizes_say_nothing_of_a_third() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Line.through(List.of(new Line.Point(1, 1), new Line.Point(2, 2))));
    }
}
