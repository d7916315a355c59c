package org.eportfolio.exchange.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The names of entries of a ZIP: which are read, and under which name. */
final class EntryNames {
    /** In which Windows packs a folder in Western Europe, unless it says that a name is in UTF-8. Each byte is a character of it. */
    static final Charset OF_WINDOWS = Charset.forName("IBM850");

    private static final int LONGEST = 400;

    private EntryNames() {}

    /** Refuses all but plain parts between single slashes. */
    static void requireOwn(String name) {
        boolean plain = isReadable(name) && name.charAt(0) != '/' && name.indexOf('\\') < 0 && name.indexOf(':') < 0;
        for (String part : name.split("/")) plain &= !part.equals("..") && !part.equals(".") && !part.isEmpty();
        ExchangeMessages.unless(plain, name, "zip.name", name);
    }

    /**
     * The name under which an entry that another program packed is read: itself but for parts {@code .}, which say nothing. Refuses what
     * would lead out of a folder on any system.
     *
     * @param backslashes whether they stand between parts here, as in a ZIP without a single slash; else they are characters
     * @return empty for the folder of all entries
     */
    static String foreign(String name, boolean backslashes) {
        String read = backslashes ? name.replace('\\', '/') : name;
        String kept = read.replaceAll("(?<=^|/)\\./", "").replaceAll("(?<=^|/)\\.$", "");
        boolean inside = isReadable(read) && (kept.isEmpty() || !isAbsolute(kept));
        for (String part : read.split("/")) inside &= !part.isEmpty();
        for (String part : read.split("[/\\\\]")) inside &= !part.equals("..");
        ExchangeMessages.unless(inside, name, "zip.name", name);
        return kept;
    }

    private static boolean isReadable(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST
                && name.chars().noneMatch(c -> Character.isISOControl(c) || c == 0xFFFD);
    }

    private static boolean isAbsolute(String name) {
        return name.charAt(0) == '/' || name.charAt(0) == '\\' || name.matches("[A-Za-z]:.*");
    }

    /** A name that was read as Windows writes it, but is in UTF-8: programs seldom say that, and one name does not speak for all. */
    static String inUtf8(String name) {
        if (!OF_WINDOWS.newEncoder().canEncode(name)) return name;
        try {
            ByteBuffer bytes = ByteBuffer.wrap(name.getBytes(OF_WINDOWS));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            return name;
        }
    }
}
