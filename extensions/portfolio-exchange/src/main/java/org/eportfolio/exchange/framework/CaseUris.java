package org.eportfolio.exchange.framework;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import org.eportfolio.core.FrameworkDesk;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Framework;

/** By which addresses the items of frameworks are known outside: those of the CASE packages that {@code case} writes. */
public final class CaseUris {
    private CaseUris() {}

    /**
     * Each item's address: as in the package that the framework came from, else the one that everybody who writes the same
     * framework makes. An address that is none becomes {@code urn:uuid:} and the item's identifier.
     */
    public static Map<Code, URI> of(Framework framework, FrameworkDesk desk) {
        Map<Code, URI> uris = new HashMap<>();
        CaseMatches.links(framework, desk).forEach((code, link) -> uris.put(code, uri(link)));
        return uris;
    }

    private static URI uri(CaseWriting.Link link) {
        try {
            URI uri = new URI(link.uri());
            if (uri.isAbsolute()) return uri;
        } catch (URISyntaxException e) {
            // as one that is not absolute
        }
        return URI.create("urn:uuid:" + link.identifier());
    }
}
