package org.eportfolio.project;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.WatchEntryId;
import org.jspecify.annotations.Nullable;

/**
 * What a learner read while keeping watch (<em>veille professionnelle et technologique</em>): which source, when, how far
 * it can be relied on and why, and what they take from it.
 *
 * @param title of the source; {@code null} only if there is an address
 * @param url http or https; {@code null} only if there is a title
 * @param revision grows by one with each change
 */
public record WatchEntry(
        WatchEntryId id,
        DossierId dossier,
        @Nullable String title,
        @Nullable URI url,
        LocalDate consultedOn,
        Reliability reliability,
        String reason,
        String synthesis,
        Instant savedAt,
        int revision) {
    private static final Set<String> READABLE = Set.of("http", "https");

    public WatchEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(consultedOn, "consultedOn");
        Objects.requireNonNull(reliability, "reliability");
        Objects.requireNonNull(savedAt, "savedAt");
        InvalidInputException.unless(title != null || url != null, "title", "watch.source");
        String scheme = url == null ? "http" : String.valueOf(url.getScheme());
        InvalidInputException.unless(
                READABLE.contains(scheme.toLowerCase(Locale.ROOT)), "url", "watch.scheme", url == null ? "" : url);
        InvalidInputException.unless(!reason.isBlank(), "reason", "watch.reason");
        InvalidInputException.unless(!synthesis.isBlank(), "synthesis", "watch.synthesis");
    }

    /**
     * An entry with this content.
     *
     * @param today in the organisation's time zone; nothing was consulted after it
     */
    public static WatchEntry of(
            WatchEntryId id, DossierId dossier, NewWatchEntry input, LocalDate today, Instant at, int revision) {
        LocalDate day = input.consultedOn() == null ? today : input.consultedOn();
        InvalidInputException.unless(!day.isAfter(today), "consultedOn", "watch.later", day, today);
        return new WatchEntry(
                id,
                dossier,
                input.title(),
                input.url(),
                day,
                Objects.requireNonNull(input.reliability()),
                input.reason(),
                input.synthesis(),
                at,
                revision);
    }

    /** How the source is called: by its title, or else by its address. */
    public String source() {
        return title != null ? title : String.valueOf(url);
    }
}
