package org.eportfolio.postgresql;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Locale;
import org.eportfolio.CommitUnknownException;
import org.eportfolio.Message;
import org.eportfolio.MessageBundle;
import org.eportfolio.StorageException;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Says in the library's words what went wrong in the database, so that neither SQL nor Jdbi types get out. */
final class Failures {
    private static final MessageBundle TEXTS = MessageBundle.beside(Failures.class);

    private Failures() {}

    interface Work<T> {
        T run() throws SQLException;
    }

    /** Runs the work; what SQL or Jdbi throw in it becomes a {@link StorageException}, everything else passes. */
    static <T> T translated(Work<T> work) {
        try {
            return work.run();
        } catch (SQLException | JdbiException e) {
            throw of(e);
        }
    }

    static StorageException of(Exception e) {
        SQLException cause = sql(e);
        return refusal(key(cause), e, reason(cause == null ? e : cause));
    }

    /** By the classes of SQLSTATE, PostgreSQL's documentation, appendix A. */
    private static String key(@Nullable SQLException cause) {
        // A standby whose replay is in the way ends the connection, too, but has said why and can be asked again.
        boolean ended = cause != null && inTheWay(cause);
        if (lost(cause) && !ended) return "storage.unreachable";
        return switch (state(cause)) {
            case "28000", "28P01" -> "storage.refused";
            case "3D000" -> "storage.no-database";
            case "42P01", "3F000", "42883" -> "storage.not-prepared";
            case "25006" -> "storage.read-only";
            case "42501" -> "storage.not-allowed";
            case "57014" -> "storage.cancelled";
            case "53100" -> "storage.full";
            case "53300", "53200", "55P03", "40001", "40P01" -> "storage.busy";
            case "22021" -> "storage.null-character";
            default -> cause instanceof SQLTransientConnectionException ? "storage.busy" : "storage.failed";
        };
    }

    /**
     * Whether the connection broke, so that the answer to the last statement never came. A server that ends says why before it
     * does, so the loss may stand behind another reason, as a full disk.
     */
    static boolean lost(@Nullable SQLException e) {
        for (SQLException at = e; at != null; at = at.getNextException()) {
            String state = state(at);
            if (state.startsWith("08") || List.of("57P01", "57P02", "57P03").contains(state)) return true;
        }
        return false;
    }

    /** Whether another transaction was in the way, and nothing was written. */
    static boolean inTheWay(SQLException e) {
        String state = state(e);
        return state.equals("40001") || state.equals("40P01");
    }

    static StorageException refusal(String key, @Nullable Throwable cause, Object... arguments) {
        return new StorageException(message(key, arguments), cause);
    }

    static CommitUnknownException unknown(Exception e) {
        SQLException cause = sql(e);
        return new CommitUnknownException(message("storage.unknown", reason(cause == null ? e : cause)), e);
    }

    /** A sentence of this store. */
    static Message message(String key, Object... arguments) {
        return TEXTS.message(key, arguments);
    }

    static IllegalStateException closed() {
        return new IllegalStateException(message("storage.closed").in(Locale.ENGLISH));
    }

    /** The innermost: a pool wraps what the driver said. */
    static @Nullable SQLException sql(Throwable e) {
        SQLException innermost = null;
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof SQLException found && (innermost == null || found.getSQLState() != null)) {
                innermost = found;
            }
        }
        return innermost;
    }

    private static String state(@Nullable SQLException e) {
        String state = e == null ? null : e.getSQLState();
        return state == null ? "" : state;
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        // Jdbi's own messages quote what was bound, which may be personal data.
        return message == null || cause instanceof JdbiException
                ? cause.getClass().getSimpleName()
                : message;
    }
}
