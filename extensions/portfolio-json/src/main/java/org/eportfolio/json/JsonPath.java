package org.eportfolio.json;

import java.util.regex.Pattern;
import org.eportfolio.InvalidInputException;

/**
 * The paths of what is wrong, as {@link InvalidInputException.Violation#path} has them, and the same as a JSON Pointer
 * (RFC 6901): {@code attachments[0].name} is {@code /attachments/0/name}. Paths of what could not be read and of what a desk
 * refuses have one form, so that a page shows both beside the field. Thread-safe.
 */
public final class JsonPath {
    private static final Pattern NAME = Pattern.compile("[\\w-]{1,60}+");

    private JsonPath() {}

    /** The JSON Pointer of a path; empty for the input as a whole. */
    public static String pointer(String path) {
        StringBuilder pointer = new StringBuilder();
        int at = 0;
        while (at < path.length()) {
            char begins = path.charAt(at);
            if (begins == '.') {
                at++;
            } else if (begins == '<') {
                // Bean Validation says of what a collection holds that it is <list element>.
                at = end(path, '>', at) + 1;
            } else if (begins == '[') {
                int end = end(path, ']', at);
                add(path.substring(at + 1, end), pointer);
                at = end + 1;
            } else {
                int end = at;
                while (end < path.length() && ".[<".indexOf(path.charAt(end)) < 0) end++;
                add(path.substring(at, end), pointer);
                at = end;
            }
        }
        return pointer.toString();
    }

    private static int end(String path, char closing, int from) {
        int end = path.indexOf(closing, from);
        return end < 0 ? path.length() : end;
    }

    private static void add(String part, StringBuilder pointer) {
        if (!part.isEmpty()) pointer.append('/').append(part.replace("~", "~0").replace("/", "~1"));
    }

    /** The path of a part; that of the whole for a name that is none of ours, such as one of a million letters. */
    static String within(String path, String name) {
        if (!NAME.matcher(name).matches()) return path;
        return path.isEmpty() ? name : path + '.' + name;
    }

    static String joined(String path, String below) {
        if (path.isEmpty() || below.isEmpty()) return path + below;
        return path + '.' + below;
    }
}
