package org.eportfolio.core.calls;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.View;

/** A store that counts what is asked of its views. */
public final class CountedReadings {
    private final AtomicInteger readings = new AtomicInteger();
    private final AtomicInteger rows = new AtomicInteger();
    private final PortfolioStore store;

    public CountedReadings(PortfolioStore counted) {
        store = proxy(PortfolioStore.class, (method, arguments) -> {
            boolean reads = method.getName().equals("read") || method.getName().equals("glance");
            if (!reads) return method.invoke(counted, arguments);
            @SuppressWarnings("unchecked")
            Function<View, Object> work = (Function<View, Object>) arguments[0];
            Function<View, Object> seen = view -> work.apply(counting(view));
            return method.invoke(counted, seen);
        });
    }

    public PortfolioStore store() {
        return store;
    }

    /** How many readings a call takes. */
    public int since(Runnable call) {
        int before = readings.get();
        call.run();
        return readings.get() - before;
    }

    /** How many rows a call reads, as far as they come in lists. */
    public int rowsSince(Runnable call) {
        int before = rows.get();
        call.run();
        return rows.get() - before;
    }

    private View counting(View view) {
        return proxy(View.class, (method, arguments) -> {
            if (!method.getName().equals("position")) readings.incrementAndGet();
            Object answer = method.invoke(view, arguments);
            if (answer instanceof List<?> several) rows.addAndGet(several.size());
            return answer;
        });
    }

    private interface Answer {
        Object to(Method method, Object[] arguments) throws ReflectiveOperationException;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return answer.to(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
