package org.eportfolio.postgresql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/** Another source of connections, one of which is lost when the next change is sent: before it arrived, or after. */
final class LossySource {
    enum Loss {
        BEFORE,
        AFTER,
        /** The server is gone from then on. */
        FOR_GOOD,
        /** After it arrived, and once more while the store looks whether it did. */
        TWICE,
        /** The server ended, and said before that its disk was full. */
        WITH_A_REASON
    }

    private final AtomicReference<Loss> next = new AtomicReference<>();
    private final AtomicBoolean again = new AtomicBoolean();
    private volatile boolean gone;
    private volatile boolean givenBack;

    /** From now on each connection is lost while it is given back. */
    void loseWhenGivenBack() {
        givenBack = true;
    }

    void loseNext(Loss loss) {
        next.set(loss);
    }

    DataSource over(DataSource source) {
        return wrapped(DataSource.class, source, (name, arguments, call) -> {
            if (gone) throw new SQLException("connection refused", "08001");
            Object result = call.make();
            return result instanceof Connection connection ? connection(connection) : result;
        });
    }

    private Connection connection(Connection connection) {
        return wrapped(Connection.class, connection, (name, arguments, call) -> {
            String prepared = name.equals("prepareStatement") ? (String) arguments[0] : "";
            if (prepared.contains("FROM portfolio.entry") && again.getAndSet(false)) throw lost(connection);
            Object result = call.make();
            if (givenBack && name.equals("close")) throw new SQLException("an I/O error occurred", "08006");
            boolean commits = prepared.contains("portfolio.apply(");
            return commits ? statement((PreparedStatement) result, connection) : result;
        });
    }

    private PreparedStatement statement(PreparedStatement statement, Connection connection) {
        return wrapped(PreparedStatement.class, statement, (name, arguments, call) -> {
            Loss loss = name.equals("executeQuery") ? next.getAndSet(null) : null;
            if (loss == null) return call.make();
            if (loss != Loss.BEFORE) call.make().getClass();
            gone = loss == Loss.FOR_GOOD;
            again.set(loss == Loss.TWICE);
            if (loss != Loss.WITH_A_REASON) throw lost(connection);
            SQLException reason = new SQLException("PANIC: could not write to file: No space left on device", "53100");
            reason.setNextException(lost(connection));
            throw reason;
        });
    }

    private static SQLException lost(Connection connection) throws SQLException {
        connection.abort(Runnable::run);
        return new SQLException("an I/O error occurred while sending to the backend", "08006");
    }

    private interface Call {
        Object make() throws Throwable;
    }

    private interface Passing {
        Object pass(String name, Object[] arguments, Call call) throws Throwable;
    }

    private static <T> T wrapped(Class<T> type, Object sound, Passing passing) {
        return type.cast(Proxy.newProxyInstance(
                LossySource.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> passing.pass(method.getName(), arguments, () -> {
                    try {
                        return method.invoke(sound, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                })));
    }
}
