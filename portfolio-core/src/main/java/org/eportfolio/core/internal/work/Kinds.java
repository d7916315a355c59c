package org.eportfolio.core.internal.work;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.SelfAssessmentDraft;
import org.eportfolio.certification.Advice;
import org.eportfolio.certification.ExamFile;
import org.eportfolio.certification.Seal;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.Production;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Crosswalk;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.ClassEntryId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ExamFileId;
import org.eportfolio.id.LinkId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Grant;
import org.eportfolio.school.Membership;
import org.eportfolio.school.Role;
import org.eportfolio.sharing.LinkReading;
import org.eportfolio.sharing.ShareLink;
import org.eportfolio.showcase.Showcase;
import org.eportfolio.spi.Hash;
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

    public static final RecordKind<Showcase> SHOWCASE = RecordKind.of(
            "showcase", Showcase.class, each -> each.id().value(), each -> scope(each.dossier()), each -> Set.of());

    public static final RecordKind<ShareLink> LINK = RecordKind.of(
            "link",
            ShareLink.class,
            each -> each.id().value(),
            each -> scope(each.dossier()),
            each -> Set.of(linkOf(each.token())));

    public static final RecordKind<LinkReading> READING = RecordKind.of(
            "reading",
            LinkReading.class,
            each -> each.id().value(),
            each -> scope(each.dossier()),
            each -> Set.of(readingsOf(each.link())));

    public static final RecordKind<WorkplacePeriod> WORKPLACE = RecordKind.of(
            "workplace",
            WorkplacePeriod.class,
            each -> each.id().value(),
            each -> scope(each.dossier()),
            each -> Set.of());

    public static final RecordKind<ExamFile> EXAM_FILE = RecordKind.of(
            "exam-file", ExamFile.class, each -> each.id().value(), each -> scope(each.dossier()), each -> Set.of());

    public static final RecordKind<Advice> ADVICE = RecordKind.of(
            "advice",
            Advice.class,
            each -> each.id().value(),
            each -> scope(each.dossier()),
            each -> Set.of(adviceOn(each.file())));

    public static final RecordKind<Seal> SEAL = RecordKind.of(
            "seal", Seal.class, each -> each.id().value(), each -> scope(each.dossier()), each -> Set.of());

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
            SHOWCASE,
            LINK,
            READING,
            WORKPLACE,
            EXAM_FILE,
            ADVICE,
            SEAL);

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

    public static Key linkOf(Hash token) {
        return new Key("link.token", token.toString());
    }

    public static Key readingsOf(LinkId link) {
        return new Key("reading.link", link.toString());
    }

    public static Key adviceOn(ExamFileId file) {
        return new Key("advice.exam-file", file.toString());
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
