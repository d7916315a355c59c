package org.eportfolio.exchange;

/**
 * Where in a file something stands.
 *
 * @param entry the name of the file, or of an entry of an archive; empty where the file is clear
 * @param line from 1; 0 where lines mean nothing
 * @param path to the property or column, such as {@code CFItems[3].humanCodingScheme}; empty for the item as a whole
 */
public record Place(String entry, long line, String path) {
    /** A line of a plain file. */
    public static Place line(long line) {
        return new Place("", line, "");
    }

    /** A property of a plain file. */
    public static Place path(String path) {
        return new Place("", 0, path);
    }

    /** Such as {@code productions.jsonl:12 title}. */
    @Override
    public String toString() {
        String where = line == 0 ? entry : entry + ":" + line;
        return where.isEmpty() || path.isEmpty() ? where + path : where + " " + path;
    }
}
