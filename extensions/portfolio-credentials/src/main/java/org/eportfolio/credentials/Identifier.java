package org.eportfolio.credentials;

import java.util.regex.Pattern;

/** What may stand as an id or a type: an absolute IRI without a character that RDF drops the statement for. */
final class Identifier {
    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s\\p{Cntrl}<>\"{}|\\\\^`]+");

    private Identifier() {}

    static boolean isAbsolute(String id) {
        return ABSOLUTE.matcher(id).matches();
    }

    static String require(String path, String id) {
        CredentialMessages.unless(isAbsolute(id), path, "credential.id", id);
        return id;
    }
}
