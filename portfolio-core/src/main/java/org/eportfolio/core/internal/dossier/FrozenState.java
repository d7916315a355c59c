package org.eportfolio.core.internal.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Version;
import org.jspecify.annotations.Nullable;

/**
 * The current state of something that keeps changing, written as text and frozen in a production, so that it can be cited like any
 * other. Cited again after it changed, it is a further version of the same production.
 */
public record FrozenState(ProductionMaking productions) {
    /**
     * @param before what was made of an earlier state; {@code null} if nothing was
     * @param ready what the learner adds, such as the export of another tool
     * @param composed the state, in the language of the production or else of the framework
     */
    public Production of(
            @Nullable Production before,
            ProductionMaking.Ready ready,
            Function<Locale, List<Piece>> composed,
            DossierCall call) {
        String language = ready.input().language() == null
                ? call.adopted(null).framework().language()
                : ready.input().language();
        List<Piece> pieces = new ArrayList<>(composed.apply(Locale.forLanguageTag(language)));
        pieces.addAll(ready.pieces());
        ProductionMaking.Ready whole = new ProductionMaking.Ready(ready.input().in(language), pieces);
        if (before == null) return productions.made(whole, call).withFrozen(1);
        Version state = productions.version(whole, call);
        boolean same = state.contentHash().equals(before.current().contentHash());
        boolean closing = ready.input().confidential()
                && (before.confidentiality() == null || before.confidentiality().cleared());
        if (same && !closing && before.current().frozen() != null) return before;
        Production next = before.withNewVersion(state);
        Production kept = closing ? next.withConfidentiality() : next;
        return kept.withFrozen(kept.versions().size());
    }
}
