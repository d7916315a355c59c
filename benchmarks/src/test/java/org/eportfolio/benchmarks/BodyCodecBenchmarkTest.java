package org.eportfolio.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The three ways do the same work, or comparing them would mean nothing. */
class BodyCodecBenchmarkTest {
    @Test
    void all_ways_read_what_was_written() throws IOException {
        BodyCodecBenchmark benchmark = new BodyCodecBenchmark();
        assertThat(benchmark.read_by_codec())
                .isEqualTo(benchmark.read_by_hand())
                .isEqualTo(benchmark.read_by_databind());
        assertThat(benchmark.write_by_codec().utf8()).isEqualTo(benchmark.write_by_hand());
    }
}
