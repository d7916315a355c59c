package org.eportfolio.core.internal.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.Kinds;
import org.eportfolio.core.internal.kind.Readers;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.ReflectionKinds;
import org.eportfolio.core.internal.peer.PeerJudgements;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.CampaignId;
import org.eportfolio.id.ReflectionId;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.Review;
import org.eportfolio.reflection.Recording;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.spi.Kind;

/**
 * What may be seen of records in the state in which they are, by what each kind states ({@link Readers}): a draft by its
 * author, what the library keeps for one person by that person, a review once its campaign is over, a recording once the
 * reflection is shared. Whether the reader may see records of the kind at all is for the gate. For one thread.
 */
public final class RecordStates {
    /**
     * The kinds of which some records are not for all who may see the kind: these stay behind when a dossier leaves, and a
     * chain that names them is whole without them.
     */
    public static final Set<Kind> MAY_STAY_BEHIND = Kinds.ALL.stream()
            .filter(each -> each.hasDrafts()
                    || each.readers() == Readers.OWNER
                    || each.type() == Recording.class
                    || each.readers() == Readers.LEARNER_WHEN_CAMPAIGN_IS_OVER)
            .map(RecordKind::kind)
            .collect(Collectors.toUnmodifiableSet());

    private final Work work;

    public RecordStates(Work work) {
        this.work = work;
    }

    /**
     * Those of the records that may be seen by now, in their order; one reading at most, however many.
     *
     * @param author whether they are shown to the person whose dossier, draft or visit it is
     */
    public <T> List<T> seen(RecordKind<T> kind, List<T> records, boolean author) {
        if (kind.readers() == Readers.LEARNER_WHEN_CAMPAIGN_IS_OVER) return over(records);
        if (author) return records;
        if (kind.readers() == Readers.OWNER) return List.of();
        if (Recording.class.equals(kind.type())) return ofShared(records);
        return records.stream().filter(each -> !kind.isDraft(each)).toList();
    }

    private <T> List<T> over(List<T> reviews) {
        if (reviews.isEmpty()) return reviews;
        Map<CampaignId, Campaign> ended = PeerJudgements.ended(typed(Review.class, reviews), work);
        return reviews.stream()
                .filter(each -> ended.containsKey(((Review) each).campaign()))
                .toList();
    }

    private <T> List<T> ofShared(List<T> recordings) {
        if (recordings.isEmpty()) return recordings;
        Set<ReflectionId> shared = work
                .among(
                        ReflectionKinds.REFLECTION,
                        typed(Recording.class, recordings).stream()
                                .map(each -> DossierKinds.scope(each.dossier()))
                                .collect(Collectors.toSet()))
                .stream()
                .map(Reflection::id)
                .collect(Collectors.toSet());
        return recordings.stream()
                .filter(each -> shared.contains(((Recording) each).reflection()))
                .toList();
    }

    private static <R> List<R> typed(Class<R> type, Collection<?> records) {
        return records.stream().map(type::cast).toList();
    }
}
