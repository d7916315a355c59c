package org.eportfolio.core.teeth;

import java.util.concurrent.atomic.AtomicInteger;

/** Holds a faulty store's weak moment open until another thread has stepped in, or none seems to be there. */
final class Gap {
    private static final int PATIENCE = 20_000;

    private final AtomicInteger comers = new AtomicInteger();

    void somebodyComes() {
        comers.incrementAndGet();
    }

    void letSomebodyIn() {
        int before = comers.get();
        for (int spin = 0; spin < PATIENCE && comers.get() == before; spin++) Thread.onSpinWait();
    }
}
