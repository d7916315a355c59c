package org.eportfolio.sharing;

import java.util.Objects;

/**
 * A link that was just made, with the secret that opens it. The token is shown this once only.
 *
 * @param token to be sent to the reader
 */
public record IssuedLink(ShareLink link, Token token) {
    public IssuedLink {
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(token, "token");
    }
}
