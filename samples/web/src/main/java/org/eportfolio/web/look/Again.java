package org.eportfolio.web.look;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A form that comes back with what was typed, since it was refused.
 *
 * @param form its name within the page
 */
public record Again(String form, Map<String, List<String>> typed, FormErrors errors) {
    /** Sentences that belong to none of the form's fields. */
    public List<String> others(Form shown) {
        Set<String> beside = new HashSet<>();
        shown.fields().forEach(each -> {
            String sentence = errors.on(each.name());
            if (sentence != null) beside.add(sentence);
        });
        return errors.byField().values().stream()
                .filter(each -> !beside.contains(each))
                .toList();
    }
}
