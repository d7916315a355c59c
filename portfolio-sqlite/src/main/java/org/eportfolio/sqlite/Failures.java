package org.eportfolio.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.eportfolio.Message;
import org.eportfolio.MessageBundle;
import org.eportfolio.StorageException;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says in the library's words what went wrong in SQLite, so that neither SQL nor Jdbi types get out. */
final class Failures {
    private static final MessageBundle TEXTS = MessageBundle.beside(Failures.class);

    /** Begins what the triggers of a file say that takes no commits. */
    static final String SEAL = "portfolio-sealed ";

    private final Path path;

    Failures(Path path) {
        this.path = path;
    }

    interface Work<T> {
        T run() throws SQLException;
    }

    /** Runs the work; what SQL or Jdbi throw in it becomes a {@link StorageException}, everything else passes. */
    <T> T translated(Work<T> work) {
        try {
            return work.run();
        } catch (SQLException | JdbiException e) {
            throw of(e);
        }
    }

    StorageException of(Exception e) {
        SQLException cause = sql(e);
        int sealed = cause == null ? -1 : reason(cause).indexOf(SEAL);
        if (sealed >= 0) return sealed(reason(cause).substring(sealed + SEAL.length()), e);
        // The index of the log finds no room.
        if (cause instanceof SQLiteException own && own.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE) {
            return refusal("storage.full", e, path);
        }
        return switch (cause == null ? SQLiteErrorCode.SQLITE_ERROR : code(cause)) {
            case SQLITE_FULL -> refusal("storage.full", e, path);
            case SQLITE_BUSY, SQLITE_LOCKED -> refusal("storage.busy", e, path);
            case SQLITE_CORRUPT, SQLITE_NOTADB -> refusal("storage.damaged", e, path, reason(cause));
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
                refusal("storage.read-only", e, path, reason(cause));
            default -> refusal("storage.failed", e, path, reason(cause == null ? e : cause));
        };
    }

    /** @param mark the state and the other place, and what the driver put behind it */
    private StorageException sealed(String mark, Exception e) {
        String place = mark.substring(mark.indexOf(' ') + 1).replaceFirst("\\)$", "");
        return refusal(mark.startsWith("MOVED") ? "storage.moved" : "storage.receiving", e, path, place);
    }

    Path path() {
        return path;
    }

    static SQLiteErrorCode code(SQLException e) {
        // Extended codes carry the primary one in their last byte.
        return SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff);
    }

    StorageException refusal(String key, @Nullable Throwable cause, Object... arguments) {
        // A path is an endless Iterable of itself, which Message would try to list.
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof Path) arguments[i] = arguments[i].toString();
        }
        return new StorageException(message(key, arguments), cause);
    }

    /** A sentence of this store. */
    static Message message(String key, Object... arguments) {
        return TEXTS.message(key, arguments);
    }

    static IllegalStateException closed() {
        return new IllegalStateException(message("storage.closed").in(Locale.ENGLISH));
    }

    private static @Nullable SQLException sql(Throwable e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof SQLException found) return found;
        }
        return null;
    }

    private static String reason(@Nullable Throwable cause) {
        String message = cause == null ? null : cause.getMessage();
        return message == null ? "?" : message;
    }
}
