package org.eportfolio.core.internal.work;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.SelfAssessmentDraft;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.Production;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Crosswalk;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.guidance.Goal;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.ClassEntryId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.FeedbackId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ReflectionId;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.Feedback;
import org.eportfolio.reflection.MissionReport;
import org.eportfolio.reflection.MissionReportDraft;
import org.eportfolio.reflection.Recording;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.ReflectionDraft;
import org.eportfolio.reflection.StaffNote;
import org.eportfolio.reflection.Subject;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Grant;
import org.eportfolio.school.Membership;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Scope;

/** Every kind of record, where it lives and how it is found. */
public final class Kinds {
    public static final RecordKind<Founding> FOUNDING =
            RecordKind.of("founding", Founding.class, Founding::id, each -> Scope.ORGANISATION, each -> Set.of());

    public static final RecordKind<Framework> FRAMEWORK = RecordKind.of(
            "framework",
            Framework.class,
            each -> named("framework " + each.id()),
            each -> Scope.ORGANISATION,
            each -> Set.of());

    public static final RecordKind<Crosswalk> CROSSWALK = RecordKind.of(
            "crosswalk",
            Crosswalk.class,
            each -> crosswalkId(each.from(), each.to()),
            each -> Scope.ORGANISATION,
            each -> Set.of());

    public static final RecordKind<Adoption> ADOPTION = RecordKind.of(
            "adoption", Adoption.class, each -> each.id().value(), each -> Scope.ORGANISATION, each -> Set.of());

    public static final RecordKind<KeptName> PERSON = RecordKind.of(
            "person", KeptName.class, KeptName::row, each -> Scope.ORGANISATION, each -> Set.of(namesOf(each.id())));

    public static final RecordKind<Cohort> COHORT = RecordKind.of(
            "cohort",
            Cohort.class,
            each -> each.id().value(),
            each -> Scope.ORGANISATION,
            each -> Set.of(cohortNamed(each.name())));

    public static final RecordKind<Membership> MEMBERSHIP = RecordKind.of(
            "membership",
            Membership.class,
            each -> each.id().value(),
            each -> Scope.ORGANISATION,
            each -> Set.of(membersOf(each.cohort()), membershipsOf(each.learner())));

    public static final RecordKind<Grant> GRANT = RecordKind.of(
            "grant",
            Grant.class,
            each -> each.id().value(),
            each -> Scope.ORGANISATION,
            each -> each.role() == Role.HEAD
                    ? Set.of(grantsOf(each.holder()), headGrants())
                    : Set.of(grantsOf(each.holder())));

    public static final RecordKind<Dossier> DOSSIER = RecordKind.of(
            "dossier",
            Dossier.class,
            each -> each.id().value(),
            each -> scope(each.id()),
            each -> Set.of(dossiersOf(each.learner())));

    public static final RecordKind<Production> PRODUCTION = RecordKind.of(
            "production", Production.class, each -> each.id().value(), each -> scope(each.dossier()), each -> Set.of());

    public static final RecordKind<SelfAssessmentDraft> DRAFT = RecordKind.of(
            "draft",
            SelfAssessmentDraft.class,
            each -> each.id().value(),
            each -> scope(each.dossier()),
            each -> Set.of());

    public static final RecordKind<Assessment> ASSESSMENT = RecordKind.of(
            "assessment",
            Assessment.class,
            each -> each.id().value(),
            each -> scope(each.dossier()),
            each -> each.entry() == null ? Set.of() : Set.of(assessmentsOf(each.entry())));

    public static final RecordKind<Goal> GOAL = RecordKind.of(
            "goal", Goal.class, each -> each.id().value(), each -> scope(each.dossier()), each -> Set.of());

    public static final RecordKind<ReflectionDraft> REFLECTION_DRAFT = RecordKind.of(
            "reflection-draft",
            ReflectionDraft.class,
            each -> each.id().value(),
            each -> scope(each.dossier()),
            each -> Set.of());

    public static final RecordKind<Reflection> REFLECTION = RecordKind.of(
            "reflection", Reflection.class, each -> each.id().value(), each -> scope(each.dossier()), each -> Set.of());

    public static final RecordKind<MissionReportDraft> MISSION_REPORT_DRAFT = RecordKind.of(
            "mission-report-draft",
            MissionReportDraft.class,
            each -> each.id().value(),
            each -> scope(each.dossier()),
            each -> Set.of());

    public static final RecordKind<MissionReport> MISSION_REPORT = RecordKind.of(
            "mission-report",
            MissionReport.class,
            each -> each.id().value(),
            each -> scope(each.dossier()),
            each -> Set.of());

    public static final RecordKind<Feedback> FEEDBACK = RecordKind.of(
            "feedback",
            Feedback.class,
            each -> each.id().value(),
            each -> scope(each.subject().dossier()),
            Kinds::keysOf);

    public static final RecordKind<StaffNote> STAFF_NOTE = RecordKind.of(
            "staff-note",
            StaffNote.class,
            each -> each.id().value(),
            each -> scope(each.subject().dossier()),
            each -> Set.of(notesOn(each.subject())));

    public static final RecordKind<Authorisation> AUTHORISATION = RecordKind.of(
            "authorisation",
            Authorisation.class,
            each -> each.id().value(),
            each -> scope(each.dossier()),
            each -> Set.of(authorisationsOf(each.person()), authorisationsIn(each.dossier(), each.person())));

    public static final RecordKind<Recording> RECORDING = RecordKind.of(
            "recording",
            Recording.class,
            each -> each.id().value(),
            each -> scope(each.dossier()),
            each -> Set.of(recordingsOf(each.reflection())));

    public static final RecordKind<LevelsCard> LEVELS = RecordKind.of(
                    "levels",
                    LevelsCard.class,
                    each -> named("levels " + each.dossier() + " " + each.adoption()),
                    each -> scope(each.dossier()),
                    each -> Set.of(levelsOf(each.adoption(), each.learner())))
            .unjournalled();

    public static final RecordKind<Alias> ALIAS = RecordKind.of(
                    "alias",
                    Alias.class,
                    Alias::id,
                    each -> new Scope(each.scope()),
                    each -> Set.of(aliasOf(new Scope(each.scope()), each.person())))
            .unjournalled();

    /** All that the journal speaks of. */
    public static final List<RecordKind<?>> JOURNALLED = List.of(
            FOUNDING,
            FRAMEWORK,
            CROSSWALK,
            ADOPTION,
            PERSON,
            COHORT,
            MEMBERSHIP,
            GRANT,
            DOSSIER,
            PRODUCTION,
            DRAFT,
            ASSESSMENT,
            GOAL,
            REFLECTION_DRAFT,
            REFLECTION,
            MISSION_REPORT_DRAFT,
            MISSION_REPORT,
            FEEDBACK,
            STAFF_NOTE,
            AUTHORISATION,
            RECORDING);

    private Kinds() {}

    public static Scope scope(DossierId dossier) {
        return new Scope(dossier.value());
    }

    public static UUID frameworkId(FrameworkId framework) {
        return named("framework " + framework);
    }

    public static UUID crosswalkId(FrameworkId from, FrameworkId to) {
        return named("crosswalk " + from + " " + to);
    }

    public static Key namesOf(PersonId person) {
        return new Key("person", person.value());
    }

    public static Key cohortNamed(String name) {
        return new Key("cohort.name", name);
    }

    public static Key membersOf(CohortId cohort) {
        return new Key("membership.cohort", cohort.toString());
    }

    public static Key membershipsOf(PersonId learner) {
        return new Key("membership.learner", learner.value());
    }

    public static Key grantsOf(PersonId holder) {
        return new Key("grant.holder", holder.value());
    }

    public static Key headGrants() {
        return new Key("grant.role", Role.HEAD.name());
    }

    public static Key dossiersOf(PersonId learner) {
        return new Key("dossier.learner", learner.value());
    }

    public static Key assessmentsOf(ClassEntryId entry) {
        return new Key("assessment.entry", entry.toString());
    }

    public static Key levelsOf(AdoptionId adoption, PersonId learner) {
        return new Key("levels.learner", adoption + " " + learner);
    }

    public static Key aliasOf(Scope scope, PersonId person) {
        return new Key("alias.person", scope.id() + " " + person);
    }

    /** Threads about this, by the message that opened each. */
    public static Key threadsOn(Subject subject) {
        return new Key("feedback.subject", subject.value().toString());
    }

    public static Key repliesTo(FeedbackId opener) {
        return new Key("feedback.thread", opener.toString());
    }

    /** Prompts that await the learner of this dossier. */
    public static Key openPromptsOf(DossierId dossier) {
        return new Key("feedback.open", dossier.toString());
    }

    private static Set<Key> keysOf(Feedback message) {
        if (message.thread() != null) return Set.of(repliesTo(message.thread()));
        Key threads = threadsOn(message.subject());
        return message.awaitsLearner()
                ? Set.of(threads, openPromptsOf(message.subject().dossier()))
                : Set.of(threads);
    }

    public static Key notesOn(Subject subject) {
        return new Key("staff-note.subject", subject.value().toString());
    }

    /** Everything that somebody was asked to authorise, wherever. */
    public static Key authorisationsOf(PersonId person) {
        return new Key("authorisation.person", person.value());
    }

    public static Key authorisationsIn(DossierId dossier, PersonId person) {
        return new Key("authorisation.in", dossier + " " + person);
    }

    public static Key recordingsOf(ReflectionId reflection) {
        return new Key("recording.reflection", reflection.toString());
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
