package org.eportfolio.core.internal.search;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.access.ManyDossiers;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.FeedbackKinds;
import org.eportfolio.core.internal.kind.GuidanceKinds;
import org.eportfolio.core.internal.kind.InterviewKinds;
import org.eportfolio.core.internal.kind.ProjectKinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.ReflectionKinds;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.Production;
import org.eportfolio.guidance.Goal;
import org.eportfolio.id.Ref;
import org.eportfolio.interview.Interview;
import org.eportfolio.project.WatchEntry;
import org.eportfolio.reflection.Feedback;
import org.eportfolio.reflection.MissionReport;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.search.FoundKind;

/**
 * What is searched in dossiers: only kinds that all whom the permission lets in may read from the start, so that no state of
 * a record hides it. What is not here is not searched.
 *
 * @param permission that reads such a record
 */
record SearchedKind<T>(
        FoundKind found,
        Ref.Kind ref,
        RecordKind<T> kind,
        Permission permission,
        BiFunction<T, Labels, SearchedText> texts,
        Function<T, Instant> at) {
    static final SearchedKind<Production> PRODUCTION = new SearchedKind<>(
            FoundKind.PRODUCTION,
            Ref.Kind.PRODUCTION,
            DossierKinds.PRODUCTION,
            Permission.READ_PRODUCTION,
            (each, labels) -> RecordTexts.of(each),
            each -> each.current().at());

    private static final SearchedKind<Reflection> REFLECTION = new SearchedKind<>(
            FoundKind.REFLECTION,
            Ref.Kind.REFLECTION,
            ReflectionKinds.REFLECTION,
            Permission.READ_REFLECTION,
            (each, labels) -> RecordTexts.of(each),
            each -> each.current().at());

    private static final SearchedKind<MissionReport> MISSION_REPORT = new SearchedKind<>(
            FoundKind.MISSION_REPORT,
            Ref.Kind.MISSION_REPORT,
            ReflectionKinds.MISSION_REPORT,
            Permission.READ_REFLECTION,
            (each, labels) -> RecordTexts.of(each),
            each -> each.current().at());

    private static final SearchedKind<WatchEntry> WATCH_ENTRY = new SearchedKind<>(
            FoundKind.WATCH_ENTRY,
            Ref.Kind.WATCH_ENTRY,
            ProjectKinds.WATCH_ENTRY,
            Permission.READ_PRODUCTION,
            (each, labels) -> SearchedText.of(each.source(), each.reason(), each.synthesis()),
            WatchEntry::savedAt);

    private static final SearchedKind<Feedback> FEEDBACK = new SearchedKind<>(
            FoundKind.FEEDBACK,
            Ref.Kind.FEEDBACK,
            FeedbackKinds.FEEDBACK,
            Permission.READ_FEEDBACK,
            (each, labels) -> RecordTexts.of(each),
            Feedback::at);

    static final SearchedKind<Goal> GOAL = new SearchedKind<>(
            FoundKind.GOAL, Ref.Kind.GOAL, GuidanceKinds.GOAL, Permission.READ_PROGRESS, RecordTexts::of, Goal::setAt);

    private static final SearchedKind<Interview> INTERVIEW = new SearchedKind<>(
            FoundKind.INTERVIEW,
            Ref.Kind.INTERVIEW,
            InterviewKinds.INTERVIEW,
            Permission.READ_INTERVIEW,
            (each, labels) -> RecordTexts.of(each),
            Interview::scheduledAt);

    static final List<SearchedKind<?>> IN_DOSSIERS =
            List.of(PRODUCTION, REFLECTION, MISSION_REPORT, WATCH_ENTRY, FEEDBACK, GOAL, INTERVIEW);

    /** Says that a record of a dossier is shown. */
    void shown(ManyDossiers many, Dossier dossier, T record) {
        many.shows(dossier, permission, kind.kind().name(), kind.id().apply(record));
    }
}
