package org.eportfolio.json;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.access.AccessStep;
import org.eportfolio.archive.RestoreGrounds;
import org.eportfolio.certification.Choice;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Setting;
import org.eportfolio.framework.Bloc;
import org.eportfolio.framework.Competency;
import org.eportfolio.framework.Knowledge;
import org.eportfolio.framework.SubCompetency;
import org.eportfolio.reflection.Subject;
import org.eportfolio.school.Reach;
import org.eportfolio.sharing.Target;
import org.eportfolio.showcase.Displayed;
import org.eportfolio.showcase.Exhibit;
import org.jspecify.annotations.Nullable;

/**
 * What the field {@code type} of a member of a sealed family holds. It is stated here, so that no name of Java is ever in a
 * host's pages; where the archive has the family too, it is the same.
 */
final class Tags {
    /** The field of the tag. */
    static final String FIELD = "type";

    private static final Map<Class<?>, String> TAGS = Map.ofEntries(
            Map.entry(AccessStep.Granted.class, "granted"),
            Map.entry(AccessStep.Enrolled.class, "enrolled"),
            Map.entry(AccessStep.Own.class, "own"),
            Map.entry(AccessStep.Departed.class, "departed"),
            Map.entry(AccessStep.OpenedForReason.class, "opened-for-reason"),
            Map.entry(AccessStep.MadeTogether.class, "made-together"),
            Map.entry(AccessStep.PeerReview.class, "peer-review"),
            Map.entry(AccessStep.ByLink.class, "by-link"),
            Map.entry(AccessStep.Declared.class, "declared"),
            Map.entry(RestoreGrounds.Anchored.class, "anchored"),
            Map.entry(RestoreGrounds.Stated.class, "stated"),
            Map.entry(Choice.OfProduction.class, "of-production"),
            Map.entry(Choice.OfNarrative.class, "of-narrative"),
            Map.entry(Choice.OfReport.class, "of-report"),
            Map.entry(Choice.OfReflection.class, "of-reflection"),
            Map.entry(Choice.OfRecording.class, "of-recording"),
            Map.entry(Choice.OfSelfAssessment.class, "of-self-assessment"),
            Map.entry(Piece.File.class, "file"),
            Map.entry(Piece.Link.class, "link"),
            Map.entry(Piece.Text.class, "text"),
            Map.entry(Piece.Contribution.class, "contribution"),
            Map.entry(Setting.Mission.class, "mission"),
            Map.entry(Setting.Workplace.class, "workplace"),
            Map.entry(Setting.Personal.class, "personal"),
            Map.entry(Bloc.class, "bloc"),
            Map.entry(Competency.class, "competency"),
            Map.entry(SubCompetency.class, "sub-competency"),
            Map.entry(Knowledge.class, "knowledge"),
            Map.entry(Subject.OfProduction.class, "of-production"),
            Map.entry(Subject.OfReflection.class, "of-reflection"),
            Map.entry(Subject.OfReport.class, "of-report"),
            Map.entry(Reach.Organisation.class, "organisation"),
            Map.entry(Reach.OfCohort.class, "of-cohort"),
            Map.entry(Reach.OfDossier.class, "of-dossier"),
            Map.entry(Reach.OfProduction.class, "of-production"),
            Map.entry(Target.OfShowcase.class, "of-showcase"),
            Map.entry(Target.OfWorkplace.class, "of-workplace"),
            Map.entry(Target.OfSeal.class, "of-seal"),
            Map.entry(Target.OfPackage.class, "of-package"),
            Map.entry(Displayed.Made.class, "made"),
            Map.entry(Displayed.Spoken.class, "spoken"),
            Map.entry(Exhibit.Single.class, "single"),
            Map.entry(Exhibit.BeforeAfter.class, "before-after"),
            Map.entry(Exhibit.Spoken.class, "spoken"));

    private Tags() {}

    /** The tag of a member of a family; {@code null} for what belongs to none. */
    static @Nullable String of(Class<?> member) {
        String tag = TAGS.get(member);
        if (tag == null && Stream.of(member.getInterfaces()).anyMatch(Class::isSealed)) {
            throw new IllegalStateException("Tags states none of " + member.getName());
        }
        return tag;
    }

    /** The members of a sealed family by their tags. */
    static Map<String, Class<?>> members(Class<?> family) {
        return Stream.of(family.getPermittedSubclasses())
                .collect(Collectors.toMap(each -> String.valueOf(of(each)), each -> each));
    }
}
