package org.eportfolio.exchange.leap2a;

/** The names of Leap2A 2010-07 and of Atom (RFC 4287) that are written, and how those of all generations are known. */
final class LeapNames {
    static final String ATOM = "http://www.w3.org/2005/Atom";
    static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    static final String LEAP = "http://terms.leapspecs.org/";
    static final String CATEGORIES = "http://wiki.leapspecs.org/2A/categories/";
    static final String VERSION = "http://www.leapspecs.org/2010-07/2A/";

    /** As Mahara ends its archived copy of it. */
    private static final String LEAP_IN_ARCHIVE = "/http://terms.leapspecs.org";

    /** Of 2009-03, when the standard stood on another host. */
    private static final String EARLIER = "/2009-03/leap2a_predicates#";

    /** Which of our kinds an entry was, for our own importer; a category scheme that others pass over. */
    static final String KIND = "urn:eportfolio:leap2a:kind#";

    static final String SELECTION_TYPE = "categories:selection_type#";
    static final String LIFE_AREA = "categories:life_area#";

    private LeapNames() {}

    /** Whether a namespace is that of Leap2A's own elements: of 2009-03, of 2010-07, or an archived copy of these as Mahara writes. */
    static boolean isLeap(String namespace) {
        return namespace.endsWith(LEAP)
                || namespace.endsWith(LEAP_IN_ARCHIVE)
                || namespace.toLowerCase(java.util.Locale.ROOT).endsWith(EARLIER);
    }

    /** Whether a type is one of Leap2A's, as a CURIE or an address: {@code leap2:entry}, {@code leaptype:entry}. */
    static boolean isType(String type) {
        String lower = type.toLowerCase(java.util.Locale.ROOT);
        return lower.startsWith("leap2:")
                || lower.startsWith("leap:")
                || lower.startsWith("leaptype:")
                || lower.contains("terms.leapspecs.org/")
                || lower.contains("/leap2a_types#");
    }

    /** What a CURIE or an address says in the end: {@code entry} of {@code leap2:entry} and {@code …LEAP2A_types#entry}. */
    static String local(String name) {
        int at = Math.max(Math.max(name.lastIndexOf(':'), name.lastIndexOf('#')), name.lastIndexOf('/'));
        return name.substring(at + 1);
    }
}
