package org.eportfolio.core;

import static org.eportfolio.access.Permission.KEEP_NUDGES;
import static org.eportfolio.core.internal.kind.GuidanceKinds.NUDGE_DIGEST;
import static org.eportfolio.core.internal.kind.GuidanceKinds.NUDGE_SETTINGS;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.guidance.GuardedNudgeRules;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.GuidanceKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.guidance.Nudge;
import org.eportfolio.guidance.NudgeDigest;
import org.eportfolio.guidance.NudgeFacts;
import org.eportfolio.guidance.NudgeSettings;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.NudgeDigestId;

/**
 * Friendly words to a learner, who alone sees them: at most once a week, whatever the number of their dossiers, and not
 * at all where they do not want them. Reading changes nothing; what was seen is recorded by {@link #seen}. Thread-safe.
 */
public final class NudgeDesk {
    private final DeskContext desk;
    private final GuardedNudgeRules nudging;

    NudgeDesk(DeskContext desk, GuardedNudgeRules nudging) {
        this.desk = desk;
        this.nudging = nudging;
    }

    /** What there is to say now, at most five; nothing within a week of what was seen last, and nothing muted. */
    public List<Nudge> due(DossierId dossier) {
        record Basis(NudgeSettings settings, Optional<NudgeFacts> facts) {}
        Basis basis = desk.read(dossier, KEEP_NUDGES, call -> {
            NudgeSettings settings = settings(call.dossier(), call.work());
            return new Basis(
                    settings,
                    settings.allMuted() || !due(call.dossier(), call.work())
                            ? Optional.empty()
                            : Optional.of(nudging.facts(call.dossier(), call.adopted(null), desk.zone(), call.work())));
        });
        return basis.facts()
                .map(facts -> nudging.nudges(facts, basis.settings()))
                .orElse(List.of());
    }

    /**
     * Records that the learner has seen what was due, so that nothing is due for a week.
     *
     * @return what was recorded; empty when nothing was due, and then nothing is written
     */
    public Optional<NudgeDigest> seen(DossierId dossier) {
        List<Nudge> due = due(dossier);
        if (due.isEmpty()) return Optional.empty();
        return desk.write(dossier, KEEP_NUDGES, call -> {
            if (!due(call.dossier(), call.work())) return Optional.empty();
            NudgeDigest digest = new NudgeDigest(new NudgeDigestId(call.newId()), dossier, due, call.now());
            call.put(NUDGE_DIGEST, digest);
            call.put(NUDGE_SETTINGS, settings(call.dossier(), call.work()).withSeen(call.now()));
            call.journal("nudges.seen");
            return Optional.of(digest);
        });
    }

    /**
     * A page of what was seen in a dossier and when, the oldest first.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<NudgeDigest> history(DossierId dossier, PageRequest request) {
        return desk.read(dossier, KEEP_NUDGES, call -> call.page(NUDGE_DIGEST, request));
    }

    /** The names of the rules that may speak, which are the kinds that can be muted: those that ship and the host's own. */
    public List<String> rules(DossierId dossier) {
        return desk.read(dossier, KEEP_NUDGES, call -> nudging.names());
    }

    /** What the learner wants to hear in a dossier. */
    public NudgeSettings settings(DossierId dossier) {
        Objects.requireNonNull(dossier, "dossier");
        return desk.session()
                .read(work ->
                        settings(desk.gate().dossier(dossier, KEEP_NUDGES, work).dossier(), work));
    }

    /**
     * Mutes a rule in a dossier.
     *
     * @param rule one of {@link #rules}
     */
    public NudgeSettings mute(DossierId dossier, String rule) {
        Inputs.requireBounded("rule", rule);
        return set(dossier, "nudges.muted", settings -> {
            known(rule, nudging.names().contains(rule));
            return settings.withMuted(rule);
        });
    }

    /** Lets a rule speak again. */
    public NudgeSettings unmute(DossierId dossier, String rule) {
        Inputs.requireBounded("rule", rule);
        return set(dossier, "nudges.unmuted", settings -> {
            known(rule, nudging.names().contains(rule) || settings.muted().contains(rule));
            return settings.withoutMuted(rule);
        });
    }

    private void known(String rule, boolean known) {
        InvalidInputException.unless(known, "rule", "nudge.no-rule", rule, nudging.names());
    }

    /** Turns nudges off in a dossier. */
    public NudgeSettings muteAll(DossierId dossier) {
        return set(dossier, "nudges.muted", NudgeSettings::withAllMuted);
    }

    /** Turns nudges on again, but for the rules that were muted one by one. */
    public NudgeSettings unmuteAll(DossierId dossier) {
        return set(dossier, "nudges.unmuted", NudgeSettings::withoutAllMuted);
    }

    private NudgeSettings set(DossierId dossier, String act, UnaryOperator<NudgeSettings> change) {
        return desk.write(dossier, KEEP_NUDGES, call -> {
            NudgeSettings before = settings(call.dossier(), call.work());
            NudgeSettings after = change.apply(before);
            return call.saveChanged(act, NUDGE_SETTINGS, before, after);
        });
    }

    private static NudgeSettings settings(Dossier dossier, Work work) {
        return work.find(
                        NUDGE_SETTINGS,
                        DossierKinds.scope(dossier.id()),
                        dossier.id().value())
                .orElseGet(() -> NudgeSettings.initial(dossier.id(), dossier.learner()));
    }

    /** Whether a week has passed in each of the learner's dossiers. */
    private static boolean due(Dossier dossier, Work work) {
        return work.where(NUDGE_SETTINGS, GuidanceKinds.nudgeSettingsOf(dossier.learner())).stream()
                .allMatch(each -> each.due(work.now()));
    }
}
