package org.eportfolio.credentials;

import org.jspecify.annotations.Nullable;

/**
 * The element of an SVG that carries a credential. It is found in one pass, even in a file whose elements are not closed.
 *
 * @param from where the element begins
 * @param to where it has ended
 * @param content empty for an element without any
 */
record SvgCredential(int from, int to, String attributes, String content) {
    /** Of Open Badges 3.0. */
    static final String CREDENTIAL = "openbadges:credential";

    /** Of Open Badges 2.0. */
    static final String ASSERTION = "openbadges:assertion";

    /** The first of that name at or after a place; {@code null} when there is none that is whole. */
    static @Nullable SvgCredential find(String svg, String name, int start) {
        int from = opening(svg, "<" + name, start);
        if (from < 0) return null;
        int named = from + name.length() + 1;
        int tag = svg.indexOf('>', named);
        if (tag < 0) return null;
        if (svg.charAt(tag - 1) == '/') {
            return new SvgCredential(from, tag + 1, svg.substring(named, tag - 1), "");
        }
        int close = svg.indexOf("</" + name, tag);
        int to = close < 0 ? -1 : svg.indexOf('>', close);
        if (to < 0) return null;
        return new SvgCredential(from, to + 1, svg.substring(named, tag), svg.substring(tag + 1, close));
    }

    /** Where an element of exactly this name begins, or -1. */
    private static int opening(String svg, String open, int start) {
        int from = svg.indexOf(open, start);
        while (from >= 0) {
            int named = from + open.length();
            if (named < svg.length() && " \t\r\n/>".indexOf(svg.charAt(named)) >= 0) return from;
            from = svg.indexOf(open, named);
        }
        return -1;
    }

    /** The picture without any of Open Badges 3.0. */
    static String remove(String svg) {
        StringBuilder bare = new StringBuilder();
        int at = 0;
        for (SvgCredential each = find(svg, CREDENTIAL, 0); each != null; each = find(svg, CREDENTIAL, at)) {
            bare.append(svg, at, each.from());
            at = each.to();
        }
        return bare.append(svg, at, svg.length()).toString();
    }
}
