package org.eportfolio.exchange.internal;

/**
 * How much of the program's memory one import may fill: a file that needs more is refused, so that it does not take the memory
 * of all else that the program does. One for each import; not thread-safe.
 */
public final class HeapBudget {
    private static final int MEGABYTE = 1 << 20;
    private static final double SHARE = 0.6;

    private final String file;
    private final long most = (long) (Runtime.getRuntime().maxMemory() * SHARE);
    private long held;

    /** @param file its name, for the refusal */
    public HeapBudget(String file) {
        this.file = file;
    }

    /** Refuses a file that will need so many bytes at once. */
    public static void require(String file, long bytes) {
        new HeapBudget(file).hold(bytes);
    }

    /** Counts about so many bytes more that are kept until the import is over. */
    public void hold(long bytes) {
        held += bytes;
        ExchangeMessages.unless(
                held <= most,
                "file",
                "exchange.memory",
                file,
                Runtime.getRuntime().maxMemory() / MEGABYTE);
    }
}
