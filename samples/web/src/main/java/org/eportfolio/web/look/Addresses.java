package org.eportfolio.web.look;

import java.net.URI;
import java.net.URISyntaxException;
import org.eportfolio.InvalidInputException;

/** Reads addresses that people type. */
public final class Addresses {
    private Addresses() {}

    /** @throws InvalidInputException beside the field, if it is no address of the web */
    public static URI read(String field, String text) {
        try {
            URI address = new URI(text.strip());
            String scheme = address.getScheme();
            if (address.getHost() != null && ("https".equals(scheme) || "http".equals(scheme))) return address;
        } catch (URISyntaxException e) {
            // Said below.
        }
        throw InvalidInputException.because(field, WebMessages.of("field.address"));
    }
}
