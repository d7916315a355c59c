package org.eportfolio.core.internal.work;

import java.util.function.Function;
import org.eportfolio.spi.Scope;

/** How a desk's calls reach the store: each as a commit of its own, or several as one. */
public interface CommitScope {
    /** One snapshot; nothing is written. */
    <T> T read(Function<Work, T> call);

    /**
     * One change, decided upon one snapshot; run again when another change came first.
     *
     * @param scope where most of it happens, so that those who would collide wait for each other
     */
    <T> T write(Scope scope, Function<Work, T> call);

    /** Decides as {@link #write} would, refusals included, and keeps nothing of it. */
    <T> T tried(Function<Work, T> call);
}
