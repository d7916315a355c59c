package org.eportfolio.guidance;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eportfolio.InvalidInputException;

/**
 * A pedagogical reason to adapt a pathway, to choose from: what helps to learn, never a diagnosis. The needs of pupils with
 * a disability or an illness stand in the <em>livret de parcours inclusif</em> (décret 2021-1246), not here.
 *
 * @param id what is kept of the choice, such as {@code more-time}: small letters, digits and hyphens, at most 40
 * @param texts the reason in words, by language tag; at least one. The first is read in a language that has none
 */
public record AdaptationReason(String id, Map<String, String> texts) {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public AdaptationReason {
        Objects.requireNonNull(id, "id");
        InvalidInputException.unless(SHAPE.matcher(id).matches(), "id", "adaptation.reason-id", id);
        InvalidInputException.unless(!texts.isEmpty(), "texts", "text.blank");
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    /** A reason of the school's own, in French and English. */
    public static AdaptationReason of(String id, String french, String english) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("en", english);
        texts.put("fr", french);
        return new AdaptationReason(id, texts);
    }

    /** In this language, or in the first that there is. */
    public String in(Locale locale) {
        return texts.getOrDefault(
                locale.getLanguage(), texts.values().iterator().next());
    }
}
