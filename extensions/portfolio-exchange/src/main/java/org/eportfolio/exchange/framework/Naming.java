package org.eportfolio.exchange.framework;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.eportfolio.Line;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.framework.LevelId;

/** Names that this model asks for and another format does not give. Always the same for the same input. */
final class Naming {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_LEVEL = 40;

    private Naming() {}

    /** The text if it is {@code name@version}, else an id made from name and version as far as they can be used. */
    static FrameworkId framework(String name, String version) {
        return new FrameworkId(part(name, "framework"), part(version, "1"));
    }

    private static String part(String text, String otherwise) {
        String made = text.replaceAll("[^\\p{L}\\p{N}._]++", "-").replaceAll("^[^\\p{L}\\p{N}]++|(?<!-)-++$", "");
        String cut = made.length() <= LONGEST_NAME ? made : made.substring(0, LONGEST_NAME);
        return usable(cut) ? cut : otherwise;
    }

    /** What a cut or a stray half of a character may have spoilt. */
    private static boolean usable(String text) {
        return text.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,59}");
    }

    /** The id of a level with this label, not among those taken; it is taken from then on. */
    static LevelId level(String label, int number, Set<String> taken) {
        String plain = Normalizer.normalize(label, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]++", "-")
                .replaceAll("^-++|(?<!-)-++$", "");
        String cut = plain.length() <= LONGEST_LEVEL ? plain : plain.substring(0, LONGEST_LEVEL);
        String id = cut.isEmpty() || taken.contains(cut) ? "level-" + number : cut;
        for (int i = 2; taken.contains(id); i++) id = "level-" + number + "-" + i;
        taken.add(id);
        return LevelId.of(id);
    }

    /** The text on one line: as it is if it can be, else with its control characters as spaces and cut. */
    static String line(String text, int longest) {
        if (text.length() <= longest && Line.Check.harmless(text)) return text;
        StringBuilder line = new StringBuilder(Math.min(text.length(), longest));
        boolean gap = false;
        for (int i = 0; i < text.length() && line.length() < longest; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isWhitespace(c) || !Line.Check.harmless(Character.toString(c))) {
                gap = !line.isEmpty();
                continue;
            }
            if (gap) line.append(' ');
            gap = false;
            if (line.length() + Character.charCount(c) > longest) break;
            line.appendCodePoint(c);
        }
        return line.toString();
    }

    /** A UUID that is always the same for the same words. */
    static UUID uuid(Object... words) {
        StringBuilder name = new StringBuilder("https://eportfolio.org/exchange");
        for (Object word : words) name.append('\n').append(word);
        return UUID.nameUUIDFromBytes(name.toString().getBytes(StandardCharsets.UTF_8));
    }
}
