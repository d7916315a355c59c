package org.eportfolio.console.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** How large files are while others write them; what is not there has no bytes. */
public final class FileSizes {
    private FileSizes() {}

    public static long of(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Of a portfolio's file and the log beside it. */
    public static long withLog(Path file) {
        return of(file) + log(file);
    }

    /** Of the log beside a portfolio's file. */
    public static long log(Path file) {
        return of(file.resolveSibling(file.getFileName() + "-wal"));
    }

    /** Of what a copy has written so far: it lies in a folder beside its target until it is whole. */
    public static long unfinished(Path target) {
        Path whole = target.toAbsolutePath();
        String name = Objects.requireNonNull(whole.getFileName()).toString();
        try (Stream<Path> beside = Files.list(Objects.requireNonNull(whole.getParent()))) {
            long part = beside.filter(each -> each.getFileName().toString().contains(name)
                            && each.toString().endsWith(".part"))
                    .mapToLong(each -> of(each.resolve("copy")))
                    .sum();
            return part + of(whole);
        } catch (IOException e) {
            return 0;
        }
    }
}
