package org.eportfolio.spi;

/**
 * The log that a store writes commits to before it carries them into its file. One that grows without being emptied has a reader
 * at every moment.
 *
 * @param bytes how long it is now
 * @param emptied how often this store has emptied it since it was opened, beside what happens by itself
 * @param postponed how often there was a reader, so that it was put off
 */
public record WriteLog(long bytes, long emptied, long postponed) {}
