package org.eportfolio.json;

import org.eportfolio.Message;
import org.eportfolio.MessageBundle;

/** The sentences of this module. */
final class JsonTexts {
    private static final MessageBundle TEXTS = MessageBundle.beside(JsonTexts.class);

    private JsonTexts() {}

    static Message of(String key, Object... arguments) {
        return TEXTS.message(key, arguments);
    }
}
