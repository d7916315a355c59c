package org.eportfolio.postgresql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Another source of connections, which notes each statement that is sent and each setting that is made on a connection. */
final class RecordedSource {
    private static final List<String> SENDS = List.of("execute", "executeQuery", "executeUpdate", "executeBatch");

    final Set<String> statements = new ConcurrentSkipListSet<>();
    final Set<String> settings = new ConcurrentSkipListSet<>();
    /** How often something was sent; a COMMIT counts too. */
    final AtomicInteger roundTrips = new AtomicInteger();

    /** Called with each statement before it is sent. */
    volatile Consumer<String> before = statement -> {};

    DataSource over(DataSource source) {
        return wrapped(
                DataSource.class,
                source,
                (method, arguments, result) ->
                        result instanceof Connection connection ? connection(connection) : result);
    }

    private Connection connection(Connection connection) {
        return wrapped(Connection.class, connection, (method, arguments, result) -> {
            String name = method.getName();
            if (name.startsWith("prepare")) {
                statements.add((String) arguments[0]);
                before.accept((String) arguments[0]);
            }
            if (name.startsWith("set") && !name.equals("setAutoCommit")) settings.add(name);
            if (name.equals("commit") || name.equals("rollback")) roundTrips.incrementAndGet();
            return result instanceof Statement statement ? statement(statement) : result;
        });
    }

    private Statement statement(Statement statement) {
        Class<?> type = statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
        return (Statement) wrapped(type, statement, (method, arguments, result) -> {
            if (!SENDS.contains(method.getName())) return result;
            roundTrips.incrementAndGet();
            if (arguments != null && arguments.length > 0) statements.add((String) arguments[0]);
            return result;
        });
    }

    private interface Seen {
        Object of(Method method, Object[] arguments, Object result);
    }

    private static <T> T wrapped(Class<T> type, Object sound, Seen seen) {
        return type.cast(Proxy.newProxyInstance(
                RecordedSource.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return seen.of(method, arguments, method.invoke(sound, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
