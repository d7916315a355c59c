package org.eportfolio.core.internal.privacy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eportfolio.core.internal.access.Entitled;
import org.eportfolio.core.internal.kind.GuidanceKinds;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.RowSurvey;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.guidance.Adaptation;
import org.eportfolio.spi.Scope;

/** Adaptations have a retention of their own: they go once their last day is over, the school year's at the latest. */
public final class AdaptationRetention {
    private AdaptationRetention() {}

    /** Whose last day is over on this day, by dossier. All adaptations are read, a few dossiers at a time. */
    private static Map<Scope, Integer> over(LocalDate on, Work work) {
        Map<Scope, Integer> over = new LinkedHashMap<>();
        RowSurvey.ofDossiers(GuidanceKinds.ADAPTATION, work, row -> {
            Adaptation each = RowSurvey.record(GuidanceKinds.ADAPTATION, row, work);
            if (isOver(each, on, work))
                over.merge(GuidanceKinds.ADAPTATION.nameOf(each).scope(), 1, Integer::sum);
        });
        return over;
    }

    private static boolean isOver(Adaptation each, LocalDate on, Work work) {
        return each.lastDay(work.zone()).isBefore(on);
    }

    public static int count(LocalDate on, Work work) {
        return over(on, work).values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Asked in every commit, of which there is one for each dossier concerned. */
    public interface Gate {
        Entitled ask(Work work);
    }

    /** @return how many went */
    public static int clear(Engine engine, Gate gate) {
        Map<Scope, Integer> found = engine.read(work -> {
            gate.ask(work);
            return over(work.today(), work);
        });
        int cleared = 0;
        for (Scope scope : found.keySet()) {
            cleared += engine.write(scope, work -> {
                Entitled by = gate.ask(work);
                List<Adaptation> over = work.list(GuidanceKinds.ADAPTATION, scope).stream()
                        .filter(each -> isOver(each, work.today(), work))
                        .toList();
                if (over.isEmpty()) return 0;
                over.forEach(each -> work.remove(GuidanceKinds.ADAPTATION, each));
                work.journal("adaptations.cleared", by.person(), by.role());
                return over.size();
            });
        }
        return cleared;
    }
}
