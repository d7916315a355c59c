package org.eportfolio.exchange.internal;

import java.text.Normalizer;

/** Text in Unicode's composed form (NFC), so that two spellings of one name are one. */
public final class Composed {
    private Composed() {}

    public static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
