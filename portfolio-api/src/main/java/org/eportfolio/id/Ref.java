package org.eportfolio.id;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eportfolio.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Names one thing of the portfolio, with all that is needed to open it: what an address carries, what a message of a host
 * keeps. Its text form has letters, digits, {@code . _ - ~} only, so that a path or a query of a URL can hold it as it is.
 * Each thing has one text form, and reading it gives the same reference again:
 *
 * <pre>{@code
 * String path = "/open/" + Ref.of(production.dossier(), production.id());
 * Opened opened = desk.refs().open(Ref.of(text));
 * }</pre>
 *
 * <p>A reference gives no rights: its reader sees what they may see at that moment.
 *
 * @param dossier where the thing lies; {@code null} for what lies in none
 * @param id as text: a UUID, but for missions, scenarios, frameworks, people and the steps of a pathway, which have names or numbers
 */
public record Ref(Kind kind, @Nullable DossierId dossier, String id) {
    /** The length of the longest text form, in characters. */
    public static final int LONGEST = 2_048;

    private static final int SHOWN = 60;

    /** The text of a framework's id, whose type knows the ids of this package. */
    private static final Pattern FRAMEWORK_ID =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,59}@[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,59}");

    /** What can be referred to. The text form begins with the name in lower case, with hyphens. */
    public enum Kind {
        DOSSIER(false, Form.UUID),
        COHORT(false, Form.UUID),
        PERSON(false, Form.PERSON),
        SCENARIO(false, Form.SCENARIO),
        FRAMEWORK(false, Form.FRAMEWORK),
        CAMPAIGN(false, Form.UUID),
        REVIEW_ASSIGNMENT(false, Form.UUID),
        GROUP(false, Form.UUID),
        PRODUCTION(true, Form.UUID),
        ASSESSMENT(true, Form.UUID),
        /** A self-assessment that its learner has not published. */
        ASSESSMENT_DRAFT(true, Form.UUID),
        GOAL(true, Form.UUID),
        REFLECTION(true, Form.UUID),
        /** A reflection that its learner has not shared. */
        REFLECTION_DRAFT(true, Form.UUID),
        MISSION(true, Form.MISSION),
        MISSION_REPORT(true, Form.UUID),
        /** A report of a mission that its learner has not shared. */
        MISSION_REPORT_DRAFT(true, Form.UUID),
        FEEDBACK(true, Form.UUID),
        STAFF_NOTE(true, Form.UUID),
        INTERVIEW(true, Form.UUID),
        PATHWAY_STEP(true, Form.NUMBER),
        AUTHORISATION(true, Form.UUID),
        RECORDING(true, Form.UUID),
        ORAL_NOTE(true, Form.UUID),
        /** A review that the learner of the dossier received. */
        REVIEW(true, Form.UUID),
        PROJECT(true, Form.UUID),
        WATCH_ENTRY(true, Form.UUID),
        SHOWCASE(true, Form.UUID),
        LINK(true, Form.UUID),
        WORKPLACE_PERIOD(true, Form.UUID),
        EXAM_FILE(true, Form.UUID),
        SEAL(true, Form.UUID),
        /** A badge of a dossier. */
        BADGE(true, Form.UUID),
        /** That a head opened the dossier for a stated reason. */
        EXCEPTIONAL_ACCESS(true, Form.UUID);

        private final boolean inDossier;
        private final Form form;

        Kind(boolean inDossier, Form form) {
            this.inDossier = inDossier;
            this.form = form;
        }

        /** Whether such a thing lies in a dossier, which the reference then names. */
        public boolean inDossier() {
            return inDossier;
        }

        private String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private enum Form {
        UUID,
        NUMBER,
        MISSION,
        SCENARIO,
        FRAMEWORK,
        PERSON;

        /** Whether this is the one text of such an id. */
        boolean fits(String id) {
            try {
                return switch (this) {
                    case UUID -> java.util.UUID.fromString(id).toString().equals(id);
                    case NUMBER -> Integer.toString(Integer.parseInt(id)).equals(id) && Integer.parseInt(id) > 0;
                    case MISSION -> MissionId.of(id).toString().equals(id);
                    case SCENARIO -> ScenarioId.of(id).value().equals(id);
                    case FRAMEWORK -> FRAMEWORK_ID.matcher(id).matches();
                    case PERSON -> PersonId.of(id).value().equals(id);
                };
            } catch (IllegalArgumentException | InvalidInputException e) {
                return false;
            }
        }
    }

    /** @throws InvalidInputException if the id is not one of such a thing, or the dossier is missing or too much */
    public Ref {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
        if (kind.inDossier != (dossier != null) || !kind.form.fits(id)) throw malformed(id);
    }

    /** Something in a dossier: {@code Ref.in(dossier, Kind.GOAL, goal.id())}. */
    public static Ref in(DossierId dossier, Kind kind, Object id) {
        return new Ref(kind, Objects.requireNonNull(dossier, "dossier"), id.toString());
    }

    /** Something that lies in no dossier, or a dossier: {@code Ref.to(Kind.COHORT, cohort.id())}. */
    public static Ref to(Kind kind, Object id) {
        return new Ref(kind, null, id.toString());
    }

    /** A dossier. */
    public static Ref of(DossierId dossier) {
        return to(Kind.DOSSIER, dossier);
    }

    /** A cohort. */
    public static Ref of(CohortId cohort) {
        return to(Kind.COHORT, cohort);
    }

    /** A production of a dossier. */
    public static Ref of(DossierId dossier, ProductionId production) {
        return in(dossier, Kind.PRODUCTION, production);
    }

    /**
     * Reads the text form.
     *
     * @throws InvalidInputException if it is no text form of a reference
     */
    public static Ref of(String text) {
        Objects.requireNonNull(text, "ref");
        String[] parts = text.length() > LONGEST ? new String[0] : text.split("\\.", -1);
        Optional<Kind> kind = parts.length < 2
                ? Optional.empty()
                : Arrays.stream(Kind.values())
                        .filter(each -> each.text().equals(parts[0]))
                        .findFirst();
        if (kind.isEmpty() || parts.length != (kind.get().inDossier ? 3 : 2)) throw malformed(text);
        DossierId dossier = null;
        if (kind.get().inDossier) {
            if (!Form.UUID.fits(parts[1])) throw malformed(text);
            dossier = new DossierId(UUID.fromString(parts[1]));
        }
        String id = Escapes.undone(parts[parts.length - 1]);
        if (id == null || !kind.get().form.fits(id)) throw malformed(text);
        Ref read = new Ref(kind.get(), dossier, id);
        if (!read.toString().equals(text)) throw malformed(text);
        return read;
    }

    /** The id of what has a UUID; empty for what has a name or a number. */
    public Optional<UUID> uuid() {
        return kind.form == Form.UUID ? Optional.of(UUID.fromString(id)) : Optional.empty();
    }

    private static InvalidInputException malformed(String given) {
        String shown = given.length() > SHOWN ? given.substring(0, SHOWN) + "…" : given;
        return InvalidInputException.because("ref", "ref.form", shown);
    }

    /** The text form: the kind, the dossier where there is one, and the id, with dots between. */
    @Override
    public String toString() {
        return kind.text() + "." + (dossier == null ? "" : dossier + ".") + Escapes.of(id);
    }

    /** Letters and digits of ASCII, {@code _} and {@code -} stand for themselves, all other bytes of UTF-8 as {@code ~XX}. */
    private static final class Escapes {
        private Escapes() {}

        static String of(String id) {
            StringBuilder text = new StringBuilder();
            for (byte each : id.getBytes(StandardCharsets.UTF_8)) {
                if (isPlain((char) (each & 0xff))) text.append((char) each);
                else text.append('~').append(String.format(Locale.ROOT, "%02X", each));
            }
            return text.toString();
        }

        /** {@code null} if it is not what {@link #of} writes. */
        static @Nullable String undone(String text) {
            byte[] bytes = new byte[text.length()];
            int length = 0;
            for (int i = 0; i < text.length(); i++) {
                char each = text.charAt(i);
                if (isPlain(each)) {
                    bytes[length++] = (byte) each;
                    continue;
                }
                int high = each == '~' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
                int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
                if (low < 0) return null;
                bytes[length++] = (byte) (high * 16 + low);
                i += 2;
            }
            return new String(bytes, 0, length, StandardCharsets.UTF_8);
        }

        private static boolean isPlain(char each) {
            return each == '-'
                    || each == '_'
                    || (each >= '0' && each <= '9')
                    || (each >= 'a' && each <= 'z')
                    || (each >= 'A' && each <= 'Z');
        }
    }
}
