package org.eportfolio.web.look;

import org.eportfolio.Message;
import org.eportfolio.MessageBundle;

/** The refusals of the pages themselves, in the library's way, so that they stand beside fields as its own do. */
public final class WebMessages {
    private static final MessageBundle TEXTS = MessageBundle.beside(WebMessages.class);

    private WebMessages() {}

    public static Message of(String key, Object... arguments) {
        return TEXTS.message(key, arguments);
    }
}
