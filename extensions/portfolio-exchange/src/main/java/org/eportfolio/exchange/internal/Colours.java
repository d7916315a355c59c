package org.eportfolio.exchange.internal;

import org.eportfolio.framework.Level;
import org.eportfolio.framework.Scale;

/**
 * The colours of a scale behind its levels. The text upon one is black or white, whichever has the higher contrast by WCAG
 * 2.2, 1.4.3: at least 4.5 on any colour.
 */
public final class Colours {
    private static final String BLACK = "#000000";
    private static final String WHITE = "#ffffff";

    private Colours() {}

    /** A style sheet with a class for each level of a scale; see {@link #name}. */
    public static String style(Scale scale) {
        StringBuilder style = new StringBuilder();
        for (Level each : scale.levels()) {
            style.append('.')
                    .append(name(each, scale))
                    .append(" { background: ")
                    .append(each.colour());
            style.append("; color: ").append(textOn(each.colour())).append("; }\n");
        }
        return style.toString();
    }

    /** The class of a level. */
    public static String name(Level level, Scale scale) {
        return "level-" + scale.rank(level.id());
    }

    static String textOn(String colour) {
        return contrast(BLACK, colour) >= contrast(WHITE, colour) ? BLACK : WHITE;
    }

    /** The contrast of two colours, 1 to 21. */
    static double contrast(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
