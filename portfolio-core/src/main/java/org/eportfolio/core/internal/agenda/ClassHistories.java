package org.eportfolio.core.internal.agenda;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.Divergence;
import org.eportfolio.assessment.History;
import org.eportfolio.core.internal.assessment.CurrentLevels;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.kind.AssessmentKinds;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.PeerKinds;
import org.eportfolio.core.internal.peer.PeerJudgements;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.DossierId;
import org.eportfolio.peer.Review;
import org.eportfolio.spi.Scope;

/** What all voices say in several dossiers, for teachers. A bounded number of readings. */
final class ClassHistories {
    private final Catalogue.Adopted adopted;
    private final Instant now;
    private final Map<DossierId, List<Assessment>> assessed = new HashMap<>();

    private ClassHistories(Catalogue.Adopted adopted, Instant now) {
        this.adopted = adopted;
        this.now = now;
    }

    /** @param dossiers that open to the person of the call */
    static ClassHistories of(Call call, Catalogue.Adopted adopted, Collection<Dossier> dossiers) {
        ClassHistories histories = new ClassHistories(adopted, call.now());
        if (dossiers.isEmpty()) return histories;
        List<Scope> scopes =
                dossiers.stream().map(each -> DossierKinds.scope(each.id())).toList();
        histories.add(call.work().among(AssessmentKinds.ASSESSMENT, scopes));
        List<Review> reviews = call.work().among(PeerKinds.REVIEW, scopes);
        histories.add(PeerJudgements.judgements(
                reviews, PeerJudgements.ended(reviews, call.work()), call.work().zone()));
        return histories;
    }

    private void add(List<Assessment> some) {
        some.forEach(each -> assessed.computeIfAbsent(each.dossier(), dossier -> new ArrayList<>())
                .add(each));
    }

    History of(Dossier dossier) {
        return CurrentLevels.history(adopted, assessed.getOrDefault(dossier.id(), List.of()), now);
    }

    List<Divergence> divergences(Dossier dossier) {
        return of(dossier).progress(dossier, List.of(), now).divergences();
    }
}
