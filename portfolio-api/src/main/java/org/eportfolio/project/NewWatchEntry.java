package org.eportfolio.project;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.LocalDate;
import org.eportfolio.Line;
import org.eportfolio.Prose;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a watch log, or the new content of one: {@code NewWatchEntry.titled("Guide des cookies").at(uri)
 * .judged(Reliability.RELIABLE, "autorité publique, daté").concluding("…")}. A source has a title, an address, or both.
 *
 * @param title of the source
 * @param url where it can be read
 * @param consultedOn {@code null} for today
 * @param reason why it is judged so
 * @param synthesis what the learner takes from it
 */
@SuppressWarnings("MultipleNullnessAnnotations") // null while it is being written, refused at the front door
public record NewWatchEntry(
        @Nullable @Line String title,
        @Nullable URI url,
        @Nullable LocalDate consultedOn,

        @NotNull(message = "{watch.unjudged}") @Nullable Reliability reliability,

        @NotNull @Prose(max = 2_000) String reason,
        @NotNull @Prose(max = 20_000) String synthesis) {
    public static NewWatchEntry titled(String title) {
        return new NewWatchEntry(title, null, null, null, "", "");
    }

    public static NewWatchEntry of(URI url) {
        return new NewWatchEntry(null, url, null, null, "", "");
    }

    public NewWatchEntry at(URI address) {
        return new NewWatchEntry(title, address, consultedOn, reliability, reason, synthesis);
    }

    public NewWatchEntry consultedOn(LocalDate day) {
        return new NewWatchEntry(title, url, day, reliability, reason, synthesis);
    }

    /** How far the source can be relied on, and why. */
    public NewWatchEntry judged(Reliability judgement, String why) {
        return new NewWatchEntry(title, url, consultedOn, judgement, why, synthesis);
    }

    /** What the learner takes from it. */
    public NewWatchEntry concluding(String text) {
        return new NewWatchEntry(title, url, consultedOn, reliability, reason, text);
    }
}
