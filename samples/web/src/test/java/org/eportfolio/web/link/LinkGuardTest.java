package org.eportfolio.web.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Links cannot be tried out. */
class LinkGuardTest {
    @Test
    void who_tries_many_links_is_not_answered_for_a_while_and_others_are() {
        AtomicLong time = new AtomicLong();
        LinkGuard guard = new LinkGuard(time::get);
        for (int i = 0; i < LinkGuard.MOST; i++) {
            assertThat(guard.refuses("192.0.2.1")).isFalse();
            guard.missed("192.0.2.1");
        }
        assertThat(guard.refuses("192.0.2.1")).isTrue();
        assertThat(guard.refuses("192.0.2.2")).as("another address").isFalse();
        time.set(601_000_000_000L);
        assertThat(guard.refuses("192.0.2.1")).as("ten minutes later").isFalse();
    }
}
