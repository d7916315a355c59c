package org.eportfolio.web.look;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The languages in which there are pages. */
public final class Languages {
    public static final List<Locale> ALL = List.of(Locale.FRENCH, Locale.ENGLISH);

    private Languages() {}

    /** The first that the browser asks for and that there is; French if it asks for none. */
    public static Locale of(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) return Locale.FRENCH;
        return Collections.list(request.getLocales()).stream()
                .map(Languages::known)
                .filter(ALL::contains)
                .findFirst()
                .orElse(Locale.FRENCH);
    }

    /** Its language alone, without a country. */
    public static Locale known(Locale wanted) {
        return Locale.forLanguageTag(wanted.getLanguage());
    }
}
