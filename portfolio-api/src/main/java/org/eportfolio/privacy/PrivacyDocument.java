package org.eportfolio.privacy;

import java.util.List;
import java.util.Objects;

/**
 * A text about personal data in one language, made from what is kept and switched on: a notice, the input of an impact
 * assessment, the sheet of a breach. It is a model: {@link #check} says who has to check it. Immutable and thread-safe.
 *
 * @param version of the register that it was made from
 * @param check that the data protection officer has to check it
 */
public record PrivacyDocument(String title, String version, String check, List<Section> sections) {
    /** A heading with its lines. */
    public record Section(String title, List<String> lines) {
        public Section {
            Objects.requireNonNull(title, "title");
            lines = List.copyOf(lines);
        }
    }

    public PrivacyDocument {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(check, "check");
        sections = List.copyOf(sections);
    }

    /** The whole as Markdown. */
    public String markdown() {
        StringBuilder text = new StringBuilder("# ").append(plain(title)).append("\n\n");
        text.append("**").append(plain(check)).append("**\n");
        for (Section section : sections) {
            text.append("\n## ").append(plain(section.title())).append("\n\n");
            for (String line : section.lines())
                text.append("- ").append(plain(line)).append('\n');
        }
        return text.toString();
    }

    /** On one line, and nothing in it builds a tag. */
    private static String plain(String words) {
        return words.strip().replaceAll("\\s++", " ").replace("<", "&lt;");
    }
}
