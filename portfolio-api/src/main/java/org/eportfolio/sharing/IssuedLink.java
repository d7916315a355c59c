package org.eportfolio.sharing;

import java.util.Objects;

/**
 * A link that was just made, with the secret that opens it. This is the only time that the token is told.
 *
 * @param token to be sent to whoever may enter
 */
public record IssuedLink(ShareLink link, Token token) {
    public IssuedLink {
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(token, "token");
    }
}
