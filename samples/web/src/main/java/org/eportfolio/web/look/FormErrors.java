package org.eportfolio.web.look;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eportfolio.InvalidInputException;
import org.eportfolio.spring.Refusals;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a form: each sentence stands beside its field, and all of them above the form.
 *
 * @param byField the sentences, by the names of the form's fields; what belongs to none stands under the empty name
 */
public record FormErrors(Map<String, String> byField) {
    public static final FormErrors NONE = new FormErrors(Map.of());

    /** The library's paths as they are, where the fields of the form are called by the names of the input. */
    public static FormErrors of(InvalidInputException refused) {
        return new FormErrors(new LinkedHashMap<>(Refusals.byField(refused, Words.language())));
    }

    public static FormErrors of(String field, String sentence) {
        return new FormErrors(Map.of(field, sentence));
    }

    /** The sentence beside a field, whose path in the input may go on behind its name. */
    public @Nullable String on(String field) {
        for (Map.Entry<String, String> each : byField.entrySet()) {
            String path = each.getKey();
            boolean begins = path.startsWith(field)
                    && (path.length() == field.length() || ".[".indexOf(path.charAt(field.length())) >= 0);
            if (begins) return each.getValue();
        }
        return null;
    }

    public boolean any() {
        return !byField.isEmpty();
    }
}
