package org.eportfolio.core.internal.framework;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.PluginException;
import org.eportfolio.assessment.LevelPolicies;
import org.eportfolio.assessment.LevelPolicy;
import org.eportfolio.core.internal.kind.FrameworkKinds;
import org.eportfolio.core.internal.reflection.TemplateCatalogue;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Competency;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.spi.Scope;
import org.eportfolio.workplace.RequiredDays;
import org.jspecify.annotations.Nullable;

/** Frameworks, adoptions, level policies and reflection templates. What is published never changes, so it is decoded once. Thread-safe. */
public final class Catalogue {
    private static final Pattern OF_LAST = Pattern.compile("(best|majority)-of-last-([0-9]{1,2})");

    private final Map<String, LevelPolicy> contributed;
    private final TemplateCatalogue templates;
    private final WorkplaceRequirements requirements;
    private final AdaptationReasons reasons;
    private final Map<FrameworkId, Framework> frameworks = new ConcurrentHashMap<>();
    private final Map<AdoptionId, Adopted> adoptions = new ConcurrentHashMap<>();

    public Catalogue(
            Map<String, LevelPolicy> contributed,
            TemplateCatalogue templates,
            WorkplaceRequirements requirements,
            AdaptationReasons reasons) {
        this.reasons = reasons;
        this.contributed = Map.copyOf(contributed);
        this.requirements = requirements;
        this.templates = templates;
    }

    /** What guides reflections. */
    public TemplateCatalogue templates() {
        return templates;
    }

    /** The reasons for which a pathway may be adapted. */
    public AdaptationReasons adaptationReasons() {
        return reasons;
    }

    /** How many days at a workplace an adoption's framework asks for; empty where no text that is known says so. */
    public Optional<RequiredDays> requiredDays(Adopted adopted) {
        return requirements.of(adopted.framework().id());
    }

    /** An adoption together with all that its words mean. */
    public record Adopted(Adoption adoption, Framework framework, LevelPolicy policy, Set<Code> assessable) {
        public static Adopted of(Adoption adoption, Framework framework, LevelPolicy policy) {
            Set<Code> assessable = new HashSet<>();
            for (Competency competency : framework.competencies()) {
                assessable.add(competency.code());
                competency.subCompetencies().forEach(part -> assessable.add(part.code()));
            }
            return new Adopted(adoption, framework, policy, assessable);
        }

        /** Refuses what the framework has no competency or sub-competency for, without searching it each time. */
        public void requireAssessable(Code code) {
            if (!assessable.contains(code)) framework.assessable(code);
        }
    }

    public Optional<Framework> find(FrameworkId id, Work work) {
        Framework known = frameworks.get(id);
        if (known != null) return Optional.of(known);
        Optional<Framework> found =
                work.find(FrameworkKinds.FRAMEWORK, Scope.ORGANISATION, FrameworkKinds.frameworkId(id));
        if (work.isStored(Scope.ORGANISATION)) found.ifPresent(framework -> frameworks.put(id, framework));
        return found;
    }

    public Framework framework(FrameworkId id, Work work) {
        return find(id, work).orElseThrow(() -> new NotFoundException("framework", id));
    }

    public Adopted adopted(AdoptionId id, Work work) {
        Adopted known = adoptions.get(id);
        if (known != null) return known;
        Adoption adoption = work.find(FrameworkKinds.ADOPTION, Scope.ORGANISATION, id.value())
                .orElseThrow(() -> new NotFoundException("adoption", id));
        Adopted adopted = Adopted.of(adoption, framework(adoption.framework(), work), policy(adoption.policy()));
        if (work.isStored(Scope.ORGANISATION)) adoptions.put(id, adopted);
        return adopted;
    }

    /** The adoption under which something is said in a dossier: the main one, or a companion that is named. */
    public Adopted of(Dossier dossier, @Nullable AdoptionId named, Work work) {
        AdoptionId id = named == null ? dossier.adoption() : named;
        InvalidInputException.unless(
                dossier.adoptions().anyMatch(id::equals), "adoption", "adoption.not-of-dossier", id);
        return adopted(id, work);
    }

    public LevelPolicy policy(String name) {
        return known(name)
                .or(() ->
                        Optional.ofNullable(contributed.get(name)).map(policy -> new GuardedLevelPolicy(name, policy)))
                .orElseThrow(() -> new PluginException(name, Message.of("policy.unknown", name)));
    }

    /** The policy of an adoption that names none. */
    public static LevelPolicy defaultPolicy() {
        return LevelPolicies.latestTeacherPositioning();
    }

    public static boolean ships(String name) {
        return known(name).isPresent();
    }

    private static Optional<LevelPolicy> known(String name) {
        for (LevelPolicy each :
                new LevelPolicy[] {LevelPolicies.latestTeacherPositioning(), LevelPolicies.allSubCompetencies()}) {
            if (each.name().equals(name)) return Optional.of(each);
        }
        Matcher last = OF_LAST.matcher(name);
        if (!last.matches()) return Optional.empty();
        int n = Integer.parseInt(last.group(2));
        if (n < 1 || n > LevelPolicies.MOST) return Optional.empty();
        return Optional.of(
                last.group(1).equals("best") ? LevelPolicies.bestOfLast(n) : LevelPolicies.majorityOfLast(n));
    }
}
