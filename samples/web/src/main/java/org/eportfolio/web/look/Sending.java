package org.eportfolio.web.look;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The key under which a form is carried out once, however often its button is pressed. */
public final class Sending {
    private static final int LONGEST = 64;

    private Sending() {}

    /** A new one, for a form that is about to be shown. */
    public static String newKey() {
        return UUID.randomUUID().toString();
    }

    /** The key of the form together with what it says now: what was changed since is another thing to do. */
    public static String key(@Nullable String sent, Object form) {
        if (sent == null || sent.isBlank() || sent.length() > LONGEST) return newKey();
        return mark(sent + "\n" + form);
    }

    /** Of what a page shows before it is done: by which it is told whether something else would be done by now. */
    public static String mark(String shown) {
        return UUID.nameUUIDFromBytes(shown.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
