package org.eportfolio.core.internal.framework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.core.internal.kind.AssessmentKinds;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.GuidanceKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.CohortSuccession;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.Succession;
import org.eportfolio.framework.SuccessionPreview;
import org.eportfolio.guidance.Goal;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.spi.Scope;

/** Counts what stands under the old version, portion by portion. Three readings for each portion of dossiers. */
public final class SuccessionImpacts {
    private final Succession succession;
    private final Framework from;
    private final Framework to;
    private final Set<AdoptionId> old;
    private final Set<AdoptionId> next;
    private final List<Code> order;
    private final Map<Code, Count> whole = new HashMap<>();
    private int dossiers;

    private static final class Count {
        private int dossiers;
        private int assessments;
        private int goals;

        void add(Count one) {
            dossiers += one.dossiers;
            assessments += one.assessments;
            goals += one.goals;
        }
    }

    public SuccessionImpacts(
            Succession succession, Framework from, Framework to, Set<AdoptionId> old, Set<AdoptionId> next) {
        this.succession = succession;
        this.from = from;
        this.to = to;
        this.old = old;
        this.next = next;
        this.order = from.items().map(Item::code).toList();
    }

    /** Counts those of the dossiers that are under the old version; gives back a line for each, by learner. */
    public List<CohortSuccession.Line> add(List<Dossier> some, Work work) {
        Set<PersonId> continued = new HashSet<>();
        List<Dossier> concerned = new ArrayList<>();
        for (Dossier each : some) {
            if (next.contains(each.adoption())) continued.add(each.learner());
            if (each.adoptions().anyMatch(old::contains)) concerned.add(each);
        }
        List<Scope> scopes =
                concerned.stream().map(each -> DossierKinds.scope(each.id())).toList();
        Map<DossierId, Map<Code, Count>> standing = new HashMap<>();
        standing(work.among(AssessmentKinds.ASSESSMENT, scopes))
                .forEach(each -> count(each.dossier(), each.competency(), standing).assessments++);
        for (Goal each : work.among(GuidanceKinds.GOAL, scopes)) {
            boolean open = each.status() == Goal.Status.OPEN || each.status() == Goal.Status.CLAIMED;
            if (open && old.contains(each.adoption())) count(each.dossier(), each.competency(), standing).goals++;
        }
        concerned.sort(Comparator.comparing(Dossier::learner)
                .thenComparing(each -> each.id().value()));
        List<CohortSuccession.Line> lines = new ArrayList<>();
        for (Dossier each : concerned) {
            Map<Code, Count> counts = standing.getOrDefault(each.id(), Map.of());
            dossiers++;
            counts.forEach((code, count) ->
                    whole.computeIfAbsent(code, first -> new Count()).add(count));
            lines.add(line(each, continued.contains(each.learner()), counts));
        }
        return lines;
    }

    /** What stands on this code in this dossier, counted as one dossier from the first thing on. */
    private static Count count(DossierId dossier, Code code, Map<DossierId, Map<Code, Count>> standing) {
        Count count =
                standing.computeIfAbsent(dossier, first -> new TreeMap<>()).computeIfAbsent(code, first -> new Count());
        count.dossiers = 1;
        return count;
    }

    private CohortSuccession.Line line(Dossier dossier, boolean continued, Map<Code, Count> counts) {
        AdoptionId adoption =
                dossier.adoptions().filter(old::contains).findFirst().orElseThrow();
        return new CohortSuccession.Line(dossier.learner(), dossier.id(), adoption, continued, impacts(counts));
    }

    /** The assessments of the old version that stand: neither superseded nor retractions. */
    private List<Assessment> standing(List<Assessment> assessments) {
        Set<AssessmentId> superseded = new HashSet<>();
        for (Assessment each : assessments) {
            if (each.supersedes() != null) superseded.add(each.supersedes().earlier());
        }
        return assessments.stream()
                .filter(each -> old.contains(each.adoption()))
                .filter(each -> each.outcome() != Outcome.RETRACTED && !superseded.contains(each.id()))
                .toList();
    }

    public SuccessionPreview whole() {
        return new SuccessionPreview(
                succession, succession.unmapped(from), succession.newcomers(to), dossiers, impacts(whole));
    }

    private List<SuccessionPreview.Impact> impacts(Map<Code, Count> counts) {
        List<SuccessionPreview.Impact> impacts = new ArrayList<>();
        for (Code code : order) {
            Count count = counts.get(code);
            if (count == null) continue;
            impacts.add(new SuccessionPreview.Impact(
                    code,
                    succession.fate(code),
                    succession.successors(code),
                    count.dossiers,
                    count.assessments,
                    count.goals));
        }
        return impacts;
    }
}
