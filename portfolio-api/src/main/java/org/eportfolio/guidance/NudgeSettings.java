package org.eportfolio.guidance;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What a learner wants to hear in a dossier, and when they last saw something.
 * Methods named {@code with…} give a changed copy; nothing is stored.
 *
 * @param allMuted whether all nudges are muted
 * @param muted the names of the rules that are muted
 * @param lastSeenAt when nudges were last seen in this dossier; {@code null} for never
 * @param revision grows by one with each change; 0 while nothing was set or seen
 */
public record NudgeSettings(
        DossierId dossier,
        PersonId learner,
        boolean allMuted,
        Set<String> muted,
        @Nullable Instant lastSeenAt,
        int revision) {
    /** Nudges come at most once in this time. */
    public static final Duration AT_MOST_EVERY = Duration.ofDays(7);

    public NudgeSettings {
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(learner, "learner");
        muted = Collections.unmodifiableSortedSet(new TreeSet<>(muted)); // one order in the file
    }

    /** The settings of a learner who has not chosen yet: nothing is muted. */
    public static NudgeSettings initial(DossierId dossier, PersonId learner) {
        return new NudgeSettings(dossier, learner, false, Set.of(), null, 0);
    }

    /** Whether this rule may send nudges. */
    public boolean tells(String rule) {
        return !allMuted && !muted.contains(rule);
    }

    /** Whether a week has passed since the learner last saw nudges here. */
    public boolean due(Instant now) {
        return lastSeenAt == null || !now.isBefore(lastSeenAt.plus(AT_MOST_EVERY));
    }

    /** The settings with one rule muted. */
    public NudgeSettings withMuted(String rule) {
        if (muted.contains(rule)) return this;
        Set<String> more = new TreeSet<>(muted);
        more.add(rule);
        return with(allMuted, more, lastSeenAt);
    }

    /** The settings with one rule no longer muted, unless all are. */
    public NudgeSettings withoutMuted(String rule) {
        if (!muted.contains(rule)) return this;
        Set<String> fewer = new TreeSet<>(muted);
        fewer.remove(rule);
        return with(allMuted, fewer, lastSeenAt);
    }

    /** The settings with everything muted. */
    public NudgeSettings withAllMuted() {
        return allMuted ? this : with(true, muted, lastSeenAt);
    }

    /** The settings with only those rules muted that were muted one by one. */
    public NudgeSettings withoutAllMuted() {
        return allMuted ? with(false, muted, lastSeenAt) : this;
    }

    /** The settings once the learner has seen nudges. */
    public NudgeSettings withSeen(Instant at) {
        return with(allMuted, muted, at);
    }

    private NudgeSettings with(boolean all, Set<String> rules, @Nullable Instant seen) {
        return new NudgeSettings(dossier, learner, all, rules, seen, revision + 1);
    }
}
