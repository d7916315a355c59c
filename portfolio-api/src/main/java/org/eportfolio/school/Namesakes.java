package org.eportfolio.school;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eportfolio.Message;
import org.eportfolio.id.PersonId;

/** People of one list who are called the same. */
public final class Namesakes {
    private Namesakes() {}

    /**
     * The names to show in one list, in the same order: where several people have a name, each is followed by the id, as in
     * {@code Emma Martin (e.martin2)}. Case, blanks and the kind of apostrophe tell no one apart.
     *
     * @param language of what stands around the id; {@link Locale#ROOT} where it is not known
     */
    public static Map<PersonId, String> toldApart(Map<PersonId, String> names, Locale language) {
        Map<String, Integer> times = new HashMap<>();
        names.values().forEach(each -> times.merge(key(each), 1, Integer::sum));
        Map<PersonId, String> shown = new LinkedHashMap<>();
        names.forEach((person, name) -> {
            boolean alone = times.getOrDefault(key(name), 0) < 2;
            shown.put(
                    person,
                    alone ? name : Message.of("namesake", name, person.value()).in(language));
        });
        return shown;
    }

    private static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .replace('\u2019', '\'')
                .replaceAll("\\s++", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
