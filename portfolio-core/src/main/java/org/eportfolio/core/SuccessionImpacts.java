package org.eportfolio.core;

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
import org.eportfolio.core.internal.work.Kinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.CohortSuccession;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.Succession;
import org.eportfolio.framework.SuccessionPreview;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;

/** Counts what stands under the old version, portion by portion. Two readings for each portion of dossiers. */
final class SuccessionImpacts {
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
    }

    SuccessionImpacts(Succession succession, Framework from, Framework to, Set<AdoptionId> old, Set<AdoptionId> next) {
        this.succession = succession;
        this.from = from;
        this.to = to;
        this.old = old;
        this.next = next;
        this.order = from.items().map(Item::code).toList();
    }

    /** Counts those of the dossiers that are under the old version; gives back a line for each, by learner. */
    List<CohortSuccession.Line> add(List<Dossier> some, Work work) {
        Set<PersonId> continued = new HashSet<>();
        List<Dossier> concerned = new ArrayList<>();
        for (Dossier each : some) {
            if (next.contains(each.adoption())) continued.add(each.learner());
            if (each.adoptions().anyMatch(old::contains)) concerned.add(each);
        }
        Map<DossierId, Map<Code, Integer>> standing = standing(work.among(
                Kinds.ASSESSMENT,
                concerned.stream().map(each -> Kinds.scope(each.id())).toList()));
        concerned.sort(Comparator.comparing(Dossier::learner)
                .thenComparing(each -> each.id().value()));
        List<CohortSuccession.Line> lines = new ArrayList<>();
        for (Dossier each : concerned) {
            Map<Code, Integer> counts = standing.getOrDefault(each.id(), Map.of());
            dossiers++;
            counts.forEach((code, assessments) -> {
                Count count = whole.computeIfAbsent(code, first -> new Count());
                count.dossiers++;
                count.assessments += assessments;
            });
            lines.add(line(each, continued.contains(each.learner()), counts));
        }
        return lines;
    }

    private CohortSuccession.Line line(Dossier dossier, boolean continued, Map<Code, Integer> counts) {
        AdoptionId adoption =
                dossier.adoptions().filter(old::contains).findFirst().orElseThrow();
        List<SuccessionPreview.Impact> impacts = new ArrayList<>();
        for (Code code : order) {
            Integer assessments = counts.get(code);
            if (assessments != null) impacts.add(impact(code, 1, assessments));
        }
        return new CohortSuccession.Line(dossier.learner(), dossier.id(), adoption, continued, impacts);
    }

    /** How many assessments of the old version stand: neither superseded nor retractions. */
    private Map<DossierId, Map<Code, Integer>> standing(List<Assessment> assessments) {
        Set<AssessmentId> superseded = new HashSet<>();
        for (Assessment each : assessments) {
            if (each.supersedes() != null) superseded.add(each.supersedes().earlier());
        }
        Map<DossierId, Map<Code, Integer>> standing = new HashMap<>();
        for (Assessment each : assessments) {
            boolean stands = old.contains(each.adoption())
                    && each.outcome() != Outcome.RETRACTED
                    && !superseded.contains(each.id());
            if (stands) {
                standing.computeIfAbsent(each.dossier(), dossier -> new TreeMap<>())
                        .merge(each.competency(), 1, Integer::sum);
            }
        }
        return standing;
    }

    SuccessionPreview whole() {
        List<SuccessionPreview.Impact> impacts = new ArrayList<>();
        for (Code code : order) {
            Count count = whole.get(code);
            if (count != null) impacts.add(impact(code, count.dossiers, count.assessments));
        }
        return new SuccessionPreview(
                succession, succession.unmapped(from), succession.newcomers(to), dossiers, impacts);
    }

    private SuccessionPreview.Impact impact(Code code, int inDossiers, int assessments) {
        return new SuccessionPreview.Impact(
                code, succession.fate(code), succession.successors(code), inDossiers, assessments);
    }
}
