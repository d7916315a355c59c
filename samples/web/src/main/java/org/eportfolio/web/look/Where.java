package org.eportfolio.web.look;

import org.eportfolio.id.DossierId;
import org.eportfolio.id.Ref;
import org.eportfolio.reflection.Subject;
import org.jspecify.annotations.Nullable;

/** The address of the page of whatever a reference names. */
public final class Where {
    private Where() {}

    public static String of(Ref ref) {
        DossierId dossier = ref.dossier();
        return dossier == null ? elsewhere(ref) : inside(ref, dossier);
    }

    /** The same, and the dossier that it is about for what has no page. */
    public static String of(Ref ref, DossierId about) {
        return ref.dossier() == null ? of(about) : of(ref);
    }

    private static String inside(Ref ref, DossierId dossier) {
        String home = of(dossier);
        return switch (ref.kind()) {
            case PRODUCTION -> home + "/productions/" + ref.id();
            case REFLECTION -> home + "/reflections/" + ref.id();
            case INTERVIEW -> home + "/interviews/" + ref.id();
            case GOAL -> home + "/goals/" + ref.id();
            case FEEDBACK -> "/open/" + ref;
            case ASSESSMENT_DRAFT -> home + "/self-assessment?draft=" + ref.id();
            case REFLECTION_DRAFT -> home + "/reflection?draft=" + ref.id();
            default -> home;
        };
    }

    private static String elsewhere(Ref ref) {
        return switch (ref.kind()) {
            case COHORT -> "/classes/" + ref.id();
            case DOSSIER -> "/dossiers/" + ref.id();
            default -> "/";
        };
    }

    public static String of(DossierId dossier) {
        return "/dossiers/" + dossier;
    }

    /** The page of what is spoken of; a report has none of its own. */
    public static String of(Subject subject) {
        String home = of(subject.dossier());
        if (subject instanceof Subject.OfProduction) return home + "/productions/" + subject.value();
        return subject instanceof Subject.OfReflection ? home + "/reflections/" + subject.value() : home;
    }

    public static @Nullable String orNull(@Nullable DossierId dossier) {
        return dossier == null ? null : of(dossier);
    }
}
