package org.eportfolio.reflection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.dossier.Evidence;
import org.eportfolio.dossier.HelpStatement;
import org.eportfolio.dossier.Setting;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ReflectionId;
import org.jspecify.annotations.Nullable;

/**
 * A learner looks back on one precise action of theirs, in one situation, guided by questions (<em>pratique
 * réflexive</em>), and has shared it with the team. The answers are the learner's own: no one else edits them, and they
 * themselves only by a further version, after which the ones before can still be read.
 * Methods named {@code with…} give a changed copy; nothing is stored.
 *
 * @param action what it is about; with setting and guide it never changes once shared
 * @param follows the reflection of the cycle before
 * @param cycle from 1
 * @param versions the oldest first, at least one
 * @param revision grows by one with each change
 */
public record Reflection(
        ReflectionId id,
        DossierId dossier,
        PersonId author,
        String action,
        Setting setting,
        Guide guide,
        @Nullable ReflectionId follows,
        int cycle,
        List<Version> versions,
        int revision) {

    /**
     * The answers as they stood from one instant on, with the productions that they cite.
     *
     * @param helpStated {@code null} where nothing was said of help
     */
    public record Version(
            int number,
            List<Answer> answers,
            List<Evidence> evidence,
            Instant at,
            @Nullable HelpStatement helpStated) {
        public Version {
            answers = List.copyOf(answers);
            evidence = List.copyOf(evidence);
            Objects.requireNonNull(at, "at");
        }

        private boolean says(Version other) {
            return new Version(other.number, answers, evidence, other.at, helpStated).equals(other);
        }
    }

    public Reflection {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(setting, "setting");
        Objects.requireNonNull(guide, "guide");
        versions = List.copyOf(versions);
        InvalidInputException.unless(!action.isBlank(), "action", "text.blank");
        InvalidInputException.unless(!id.equals(follows), "follows", "reflection.follows-itself");
        if (versions.isEmpty()) throw new IllegalArgumentException("a reflection has a version");
        for (Version version : versions) guide.requireFitting(version.answers());
    }

    /**
     * A draft as it becomes shared.
     *
     * @param before the reflection of the cycle before; the draft must name the same one
     * @param spoken the questions that a recording answers
     */
    public static Reflection shared(
            ReflectionDraft draft,
            PersonId author,
            List<Evidence> evidence,
            @Nullable Reflection before,
            Set<String> spoken,
            Instant at) {
        NewReflection content = draft.content();
        draft.guide().requireAnswered(content.answers(), spoken);
        return new Reflection(
                draft.id(),
                draft.dossier(),
                author,
                content.action(),
                content.setting(),
                draft.guide(),
                content.follows(),
                before == null ? 1 : before.cycle() + 1,
                List.of(new Version(1, content.answers(), evidence, at, content.helpStated())),
                1);
    }

    /** What stands now. */
    public Version current() {
        return versions.get(versions.size() - 1);
    }

    /** When it was shared. */
    public Instant sharedAt() {
        return versions.get(0).at();
    }

    /** Refuses to turn the reflection to another action, situation, template or cycle. */
    public void requireSameAnchor(NewReflection content) {
        boolean same = action.equals(content.action())
                && setting.equals(content.setting())
                && guide.template().equals(content.template())
                && guide.language().equals(content.language())
                && Objects.equals(follows, content.follows());
        if (!same) throw ConflictException.state("reflection.anchored", action);
    }

    /** The reflection with a further version, under the help that was stated before; itself when nothing changed. */
    public Reflection withContent(List<Answer> answers, List<Evidence> evidence, Set<String> spoken, Instant at) {
        return withContent(answers, evidence, current().helpStated(), spoken, at);
    }

    /** The reflection with a further version; itself when nothing changed. */
    public Reflection withContent(
            List<Answer> answers,
            List<Evidence> evidence,
            @Nullable HelpStatement helpStated,
            Set<String> spoken,
            Instant at) {
        guide.requireFitting(answers);
        guide.requireAnswered(answers, spoken);
        Version next = new Version(versions.size() + 1, answers, evidence, at, helpStated);
        if (current().says(next)) return this;
        List<Version> all = new ArrayList<>(versions);
        all.add(next);
        return new Reflection(id, dossier, author, action, setting, guide, follows, cycle, all, revision + 1);
    }

    /** Those of the reflections that belong to the same chain of cycles as this one, the first cycle first. */
    public List<Reflection> cyclesAmong(Collection<Reflection> all) {
        Map<ReflectionId, Reflection> known = new LinkedHashMap<>();
        all.forEach(each -> known.put(each.id(), each));
        Reflection first = this;
        while (first.follows != null && known.containsKey(first.follows)) {
            first = Objects.requireNonNull(known.get(first.follows));
        }
        Set<ReflectionId> chain = new HashSet<>(Set.of(first.id));
        List<Reflection> cycles = new ArrayList<>(List.of(first));
        all.stream().sorted(Comparator.comparingInt(Reflection::cycle)).forEach(each -> {
            if (each.follows != null && chain.contains(each.follows) && chain.add(each.id)) cycles.add(each);
        });
        return cycles;
    }
}
