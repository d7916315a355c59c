package org.eportfolio.core.internal.kind;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.spi.Kind;

/** Every kind of record, and what their definitions amount to. Thread-safe. */
public final class Kinds {
    /**
     * Every kind there is, concept by concept: what a kind of the organisation needs to be understood is of a concept
     * before its own, or stands before it.
     */
    public static final List<RecordKind<?>> ALL = Stream.of(
                    FrameworkKinds.KINDS,
                    SchoolKinds.KINDS,
                    DossierKinds.KINDS,
                    GroupKinds.KINDS,
                    AssessmentKinds.KINDS,
                    GuidanceKinds.KINDS,
                    WorkplaceKinds.KINDS,
                    InterviewKinds.KINDS,
                    FeedbackKinds.KINDS,
                    PeerKinds.KINDS,
                    ProjectKinds.KINDS,
                    ScenarioKinds.KINDS,
                    ReflectionKinds.KINDS,
                    RecordingKinds.KINDS,
                    SharingKinds.KINDS,
                    CertificationKinds.KINDS,
                    BadgeKinds.KINDS,
                    PrivacyKinds.KINDS,
                    ArchiveKinds.KINDS,
                    TraceKinds.KINDS)
            .flatMap(file -> file.kinds().stream())
            .toList();

    /** All that the journal speaks of. */
    public static final List<RecordKind<?>> JOURNALLED = those(RecordKind::journalled);

    /** Those that belong to no dossier. */
    public static final Set<Kind> OF_ORGANISATION = names(kind -> kind.home() == KindHome.ORGANISATION);

    /** Those of which some belong to no dossier. */
    public static final Set<Kind> AMONG_ORGANISATION = names(kind -> kind.home() != KindHome.DOSSIER);

    /** Those that change without an entry, so that no head reflects it. */
    public static final Set<Kind> UNCHAINED = names(kind -> !kind.chained());

    /** Those that never come, change or go without an entry in the organisation's chain. */
    public static final Set<Kind> IN_ORGANISATION_CHAIN = names(RecordKind::inOrganisationChain);

    /** Refuses two kinds of one name. */
    private static final Map<Kind, RecordKind<?>> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(RecordKind::kind, each -> each));

    private Kinds() {}

    /** The kind of this name; empty if there is none. */
    public static Optional<RecordKind<?>> find(Kind name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The kinds that leave the school in this way, in the order in which they are defined. */
    public static List<RecordKind<?>> leavingBy(Route route) {
        return those(kind -> kind.leavesBy(route));
    }

    private static List<RecordKind<?>> those(Predicate<RecordKind<?>> wanted) {
        return ALL.stream().filter(wanted).toList();
    }

    private static Set<Kind> names(Predicate<RecordKind<?>> wanted) {
        return those(wanted).stream().map(RecordKind::kind).collect(Collectors.toUnmodifiableSet());
    }
}
