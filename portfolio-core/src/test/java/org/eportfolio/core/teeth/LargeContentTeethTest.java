package org.eportfolio.core.teeth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.core.teeth.KitHasTeethTest.namesOf;

import org.eportfolio.tck.Capability;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.testkit.engine.Events;

/** By itself, since the heap that is watched is that of all tests that run. */
@Isolated
class LargeContentTeethTest {
    @Test
    @Tag("long")
    void tells_large_files_that_are_streamed_from_those_that_fill_the_heap() {
        Events streamed = Kit.concern("LargeContent", Kit.of(LargeFiles.OnDisk::new, Capability.LARGE_CONTENT));
        assertThat(namesOf(streamed.failed())).isEmpty();
        assertThat(streamed.succeeded().count()).isEqualTo(1);
        Events buffered = Kit.concern("LargeContent", Kit.of(LargeFiles.OnTheHeap::new, Capability.LARGE_CONTENT));
        assertThat(namesOf(buffered.succeeded())).isEmpty();
        assertThat(buffered.failed().count()).isEqualTo(1);
    }
}
