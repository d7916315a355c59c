package org.eportfolio.exchange.xapi;

import java.net.URI;
import java.util.Objects;
import org.eportfolio.InvalidInputException;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.jspecify.annotations.Nullable;

/**
 * How statements are written. Immutable: each method gives back changed options.
 *
 * @param homePage of the accounts by which actors are known: the school's own
 * @param files under which the host serves files by their SHA-256; {@code null} where they are sent with the statement
 * @param named whether actors are named, where the reader may know them
 */
public record XapiOptions(URI homePage, @Nullable URI files, boolean named) {
    /** @throws InvalidInputException if an address is not absolute */
    public XapiOptions {
        Objects.requireNonNull(homePage, "homePage");
        requireAbsolute("homePage", homePage);
        if (files != null) requireAbsolute("files", files);
    }

    /** Pseudonymous actors, files without an address. */
    public static XapiOptions of(URI homePage) {
        return new XapiOptions(homePage, null, false);
    }

    /**
     * The same with an address of each file: this one, a slash unless it ends with one, and the SHA-256 in hexadecimal. The host
     * decides who gets it there.
     */
    public XapiOptions withFilesUnder(URI address) {
        return new XapiOptions(homePage, Objects.requireNonNull(address, "address"), named);
    }

    /**
     * The same with the host's own ids and the names of those who acted. It takes a service of the host that was declared with
     * {@link org.eportfolio.access.Permission#NAME_ACTORS}, which stands in the register of processing with its purpose; others are
     * refused. A learner outside their own dossier stays a pseudonym.
     */
    public XapiOptions naming() {
        return new XapiOptions(homePage, files, true);
    }

    private static void requireAbsolute(String field, URI address) {
        ExchangeMessages.unless(address.isAbsolute(), field, "xapi.address", address);
    }
}
