package org.eportfolio.exchange;

import org.junit.jupiter.api.Tag;

/** The same with thousands of files. */
@Tag("long")
class LongFuzzTest extends FuzzTest {
    @Override
    int times() {
        return 4_000;
    }
}
