package org.eportfolio.core.schools;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.eportfolio.core.PassingStore;
import org.eportfolio.spi.AccessLog;
import org.eportfolio.spi.Moving;
import org.eportfolio.spi.PortfolioStore;

/** A store whose moving stops, as if the program had ended, right before or right after one of its steps. */
final class StoppedMoving extends PassingStore {
    /** Counts the steps that both stores of a move take. */
    static final class Steps {
        private final AtomicInteger left;
        private final Runnable before;
        private final Runnable after;

        Steps(int number, boolean after) {
            this(number, after ? () -> {} : Steps::stop, after ? Steps::stop : () -> {});
        }

        /** Does one thing right before the step of this number, another right after it. */
        Steps(int number, Runnable before, Runnable after) {
            this.left = new AtomicInteger(number);
            this.before = before;
            this.after = after;
        }

        private static void stop() {
            throw new Stopped();
        }

        void take(Runnable step) {
            boolean last = left.decrementAndGet() == 0;
            if (last) before.run();
            step.run();
            if (last) after.run();
        }
    }

    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final Steps steps;

    StoppedMoving(PortfolioStore sound, Steps steps) {
        super(sound);
        this.steps = steps;
    }

    @Override
    public Optional<AccessLog> accessLog() {
        return sound.accessLog();
    }

    @Override
    public Optional<Moving> moving() {
        return sound.moving().map(Step::new);
    }

    private final class Step implements Moving {
        private final Moving moving;

        Step(Moving moving) {
            this.moving = moving;
        }

        @Override
        public Standing standing() {
            return moving.standing();
        }

        @Override
        public void prepare(UUID move, String from) {
            steps.take(() -> moving.prepare(move, from));
        }

        @Override
        public void receive(UUID move, Arrival arrival) {
            steps.take(() -> moving.receive(move, arrival));
        }

        @Override
        public void open(UUID move, long position) {
            steps.take(() -> moving.open(move, position));
        }

        @Override
        public void abandon(UUID move) {
            steps.take(() -> moving.abandon(move));
        }

        @Override
        public void leave(UUID move, String to) {
            steps.take(() -> moving.leave(move, to));
        }

        @Override
        public void stay(UUID move) {
            steps.take(() -> moving.stay(move));
        }

        @Override
        public void clear(UUID move) {
            steps.take(() -> moving.clear(move));
        }
    }
}
