package org.eportfolio.credentials;

import java.util.List;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.MessageBundle;

/** The sentences of this module, and refusals that speak in them. */
final class CredentialMessages {
    private static final MessageBundle TEXTS = MessageBundle.beside(CredentialMessages.class);

    private CredentialMessages() {}

    static Message of(String key, Object... arguments) {
        return TEXTS.message(key, arguments);
    }

    static InvalidInputException because(String path, String key, Object... arguments) {
        return InvalidInputException.because(path, of(key, arguments));
    }

    /** The same, with what another library said of it as the cause. */
    static InvalidInputException because(String path, Exception cause, String key) {
        return new InvalidInputException(List.of(new InvalidInputException.Violation(path, of(key))), cause);
    }

    static void unless(boolean holds, String path, String key, Object... arguments) {
        if (!holds) throw because(path, key, arguments);
    }
}
