package org.eportfolio.core.internal.certification;

import java.util.List;
import java.util.Locale;
import org.eportfolio.Message;
import org.jspecify.annotations.Nullable;

/** A plain text for people, its labels in one language. Lines end with a line feed on every platform. */
final class PlainText {
    private final Locale locale;
    private final StringBuilder text = new StringBuilder();

    PlainText(Locale locale) {
        this.locale = locale;
    }

    PlainText heading(String title) {
        text.append(title)
                .append('\n')
                .append("=".repeat(Math.min(title.length(), 72)))
                .append("\n\n");
        return this;
    }

    /** Does nothing for an empty one. */
    PlainText paragraph(String words) {
        if (!words.isBlank()) text.append(words.strip()).append("\n\n");
        return this;
    }

    /** A paragraph under its label; nothing where there is none. */
    PlainText titled(String label, String words) {
        if (!words.isBlank())
            text.append(Message.of(label).in(locale))
                    .append('\n')
                    .append(words.strip())
                    .append("\n\n");
        return this;
    }

    /** A value after its label; nothing where there is no value. */
    PlainText line(String label, @Nullable String value) {
        if (value == null || value.isBlank()) return this;
        text.append(Message.of(label).in(locale))
                .append(' ')
                .append(value.strip())
                .append('\n');
        return this;
    }

    /** Several values after their label; nothing where there is none. */
    PlainText list(String label, List<String> values) {
        return line(label, String.join(Message.of("list.separator").in(locale), values));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
