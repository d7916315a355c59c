package org.eportfolio.postgresql;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eportfolio.CancelledException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One statement in a transaction of its own that may run for minutes. A thread of its own waits for the server's answer, while the
 * caller's asks whether to go on, and has the server cancel the statement if not.
 */
final class LongStatement {
    private static final Logger LOG = LoggerFactory.getLogger(LongStatement.class);
    private static final long BETWEEN_QUESTIONS_MILLIS = 100;

    private final String sql;
    private final Duration lockTimeout;
    private volatile @Nullable Statement running;
    private @Nullable RuntimeException ended;
    private boolean interrupted;

    LongStatement(String sql, Duration lockTimeout) {
        this.sql = sql;
        this.lockTimeout = lockTimeout;
    }

    /** @param question asked on this thread every tenth of a second; what it throws ends the statement, and passes */
    void run(Database database, Runnable question) {
        FutureTask<Boolean> answer = new FutureTask<>(() -> sent(database));
        Thread waiting = new Thread(answer, "portfolio-statement");
        waiting.setDaemon(true);
        waiting.start();
        try {
            while (!isAnswered(answer)) ask(question);
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
        if (ended != null) throw ended;
    }

    private boolean sent(Database database) {
        return database.transaction(handle -> {
            handle.execute("SET LOCAL lock_timeout = " + lockTimeout.toMillis());
            try (Statement statement = handle.getConnection().createStatement()) {
                running = statement;
                return statement.execute(sql);
            } finally {
                running = null;
            }
        });
    }

    /** Waits for a while; what went wrong because it was cancelled is not said, but why it was. */
    private boolean isAnswered(FutureTask<Boolean> answer) {
        try {
            answer.get(BETWEEN_QUESTIONS_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            interrupted = true;
            ended = new CancelledException();
            return false;
        } catch (ExecutionException e) {
            if (ended != null) throw ended;
            if (e.getCause() instanceof RuntimeException failure) throw failure;
            throw new IllegalStateException(e.getCause());
        }
    }

    private void ask(Runnable question) {
        try {
            if (ended == null) question.run();
        } catch (RuntimeException e) {
            ended = e;
        }
        Statement statement = running;
        if (ended == null || statement == null) return;
        try {
            statement.cancel();
        } catch (SQLException e) {
            LOG.debug("the statement could not be cancelled, and is asked again: {}", e.getMessage());
        }
    }
}
