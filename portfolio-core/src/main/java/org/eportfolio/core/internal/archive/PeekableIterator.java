package org.eportfolio.core.internal.archive;

import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Elements in strictly growing order, the next of which can be looked at. */
final class PeekableIterator<T> implements Iterator<T> {
    private final Iterator<T> from;
    private final Comparator<? super T> order;
    private final Function<T, ? extends RuntimeException> disorder;
    private @Nullable T next;

    PeekableIterator(Iterator<T> from, Comparator<? super T> order, Function<T, ? extends RuntimeException> disorder) {
        this.from = from;
        this.order = order;
        this.disorder = disorder;
        this.next = from.hasNext() ? from.next() : null;
    }

    /** {@code null} at the end. */
    @Nullable
    T peek() {
        return next;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public T next() {
        T current = next;
        if (current == null) throw new NoSuchElementException();
        next = from.hasNext() ? from.next() : null;
        if (next != null && order.compare(current, next) >= 0) throw disorder.apply(next);
        return current;
    }
}
