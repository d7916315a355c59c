package org.eportfolio.exchange.leap2a;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.eportfolio.dossier.HelpStatement;
import org.eportfolio.exchange.internal.Markup;
import org.eportfolio.exchange.internal.Wording;
import org.jspecify.annotations.Nullable;

/** The text of one entry, as the little HTML that all readers take. Not thread-safe. */
final class LeapWords {
    private final StringWriter text = new StringWriter();
    private final Markup out = Markup.part(text);
    private final Wording words;

    LeapWords(Wording words) {
        this.words = words;
    }

    private interface Step {
        void write() throws IOException;
    }

    private LeapWords with(Step step) {
        try {
            step.write();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text in memory
        }
    }

    /** A sentence of ours. */
    LeapWords fact(String key, Object... arguments) {
        return with(() -> out.element("p", words.say(key, arguments)));
    }

    /** A person's words. */
    LeapWords prose(@Nullable String said) {
        if (said == null || said.isBlank()) return this;
        return with(() -> out.prose(said));
    }

    /** A person's words under a label of ours; nothing when there are none. */
    LeapWords said(String key, @Nullable String said) {
        if (said == null || said.isBlank()) return this;
        return headed(words.say(key), said);
    }

    LeapWords headed(String label, String said) {
        return with(() -> out.open("p").element("strong", label).end()).prose(said);
    }

    /** What the learner states of the help they had; nothing where they state nothing. */
    LeapWords help(@Nullable HelpStatement statement) {
        if (statement == null) return this;
        with(() -> out.open("p").element("strong", words.say("booklet.help")).end());
        statement.messages().forEach(each -> item(each.in(words.locale())));
        return this;
    }

    LeapWords item(String line) {
        return with(() -> out.open("ul").element("li", line).end());
    }

    LeapWords link(String address, String title) {
        return with(() -> out.open("p").element("a", title, "href", address).end());
    }

    String html() {
        return text.toString().strip();
    }
}
