package org.eportfolio.benchmarks.side;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.eportfolio.benchmarks.side.school.LibrarySchool;

/** A process of its own with a small heap, which fails if the load does not fit. */
final class SmallHeap {
    static final int MIB = 128;

    private SmallHeap() {}

    /** The most that was in use after a collection while so many learners were loaded. */
    static double peakMiB(Path file, int learners) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + MIB + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeap.class.getName(),
                        file.toString(),
                        String.valueOf(learners)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new IllegalStateException("the load needs more than " + MIB + " MiB");
        return Double.parseDouble(output.strip());
    }

    public static void main(String... arguments) {
        Peak peak = new Peak();
        try (LibrarySchool school = new LibrarySchool(Path.of(arguments[0]))) {
            school.load(Integer.parseInt(arguments[1]), BulkLoad.EACH, peak::look);
        }
        System.gc();
        peak.look();
        System.out.println(peak.bytes / (double) (1 << 20));
    }

    private static final class Peak {
        private final List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .toList();
        private long bytes;

        /** What the last collection left. */
        void look() {
            bytes = Math.max(
                    bytes,
                    pools.stream()
                            .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                            .sum());
        }
    }
}
