package org.eportfolio.spi;

import org.eportfolio.NotFoundException;

/**
 * Where the stores of many schools are found, each by an id that is the host's: the files of a folder, the schools of a
 * database. Thread-safe.
 */
public interface SchoolStores extends AutoCloseable {
    /**
     * Opens the store of a school that is there, for the caller to close; never makes one. What it knows of which schools
     * there are it looks up anew each time, since other processes add and remove some. Called once for each opening, from any
     * thread.
     *
     * @param school as it arrived from outside: any text. One that cannot be an id is answered as one that is not there
     * @throws NotFoundException if there is no such school, which is all that it says
     */
    PortfolioStore open(String school);

    /**
     * Whether a store that was opened for this school still stands where the school is kept. {@code false} has it closed and
     * opened anew once it is not in use: the file was taken away, or another put in its place. Asked at each use, so it costs
     * next to nothing; this default always agrees, for places whose stores find it out by themselves.
     */
    default boolean isCurrent(String school, PortfolioStore store) {
        return true;
    }

    /** The refusal of a school that is not there. */
    static NotFoundException unknown(String school) {
        return new NotFoundException("school", school);
    }

    /** Lets go of what all share, after every store was closed. Closing twice does nothing. */
    @Override
    void close();
}
