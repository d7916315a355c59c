package org.eportfolio.exchange.internal;

import java.util.Locale;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.MessageBundle;
import org.eportfolio.exchange.Exchange;

/** The sentences of the exchange formats, and refusals that speak in them. Thread-safe. */
public final class ExchangeMessages {
    private static final MessageBundle TEXTS = MessageBundle.beside(Exchange.class);

    private ExchangeMessages() {}

    /** A sentence of this module, or of the library where this module has none by that key. */
    public static Message of(String key, Object... arguments) {
        return TEXTS.message(key, arguments);
    }

    /** The language in which a reader of this one is answered. */
    public static Locale language(Locale wanted) {
        return TEXTS.language(wanted);
    }

    /** The refusal of what stands at this path. */
    public static InvalidInputException because(String path, String key, Object... arguments) {
        return InvalidInputException.because(path, of(key, arguments));
    }

    /** Does nothing when the rule holds. */
    public static void unless(boolean holds, String path, String key, Object... arguments) {
        if (!holds) throw because(path, key, arguments);
    }

    /** The refusal of a step that the state does not allow. */
    public static ConflictException state(String key, Object... arguments) {
        return ConflictException.state(of(key, arguments));
    }
}
