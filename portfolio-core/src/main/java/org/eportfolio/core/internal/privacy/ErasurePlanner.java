package org.eportfolio.core.internal.privacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eportfolio.Message;
import org.eportfolio.badge.BadgeAward;
import org.eportfolio.badge.BadgeStatus;
import org.eportfolio.certification.Seal;
import org.eportfolio.core.internal.history.Arrivals;
import org.eportfolio.core.internal.kind.CertificationKinds;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.GroupKinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.privacy.KeptByOthers.Verdict;
import org.eportfolio.core.internal.work.EntryBody;
import org.eportfolio.core.internal.work.Inside;
import org.eportfolio.core.internal.work.RowSurvey;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.GroupAppraisal;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.GroupId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.id.SealId;
import org.eportfolio.privacy.DataCategory;
import org.eportfolio.privacy.DestructionList;
import org.eportfolio.privacy.ErasureOutcome;
import org.eportfolio.privacy.ErasurePlan;
import org.eportfolio.privacy.PlannedFile;
import org.eportfolio.privacy.PlannedRecord;
import org.eportfolio.privacy.RetentionRule;
import org.eportfolio.privacy.SealDecision;
import org.eportfolio.school.Grant;
import org.eportfolio.school.IdChange;
import org.eportfolio.school.Reach;
import org.eportfolio.sharing.ShareLink;
import org.eportfolio.sharing.Target;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Decides, record by record, what erasing one person does. What lies in their own dossiers goes, but for what others made
 * with them and for sealed files kept by decision; elsewhere the table of treatments decides. An {@link ErasureSurvey} shows
 * it the records that may concern the person.
 */
final class ErasurePlanner {
    /** What is asked, independent of the actor. */
    record Asked(
            PersonId person, PersonId pseudonym, @Nullable RetentionRule rule, List<SealDecision> decisions) {
        /** Under a pseudonym of chance. */
        static Asked of(PersonId person, @Nullable RetentionRule rule, List<SealDecision> decisions) {
            String chance = UUID.randomUUID().toString().substring(0, 13);
            return new Asked(person, PersonId.of("anonyme-" + chance), rule, decisions);
        }

        /** The same again, with these decisions. */
        static Asked again(ErasurePlan plan, List<SealDecision> decisions) {
            return new Asked(plan.person(), plan.pseudonym(), plan.rule(), decisions);
        }
    }

    private final Asked asked;
    private final Work work;
    private final Set<Scope> own = new LinkedHashSet<>();
    private final Set<GroupId> sharedGroups = new HashSet<>();
    private final Set<ProductionId> sharedWork = new HashSet<>();
    private final Set<UUID> othersWork = new HashSet<>();
    private final Set<UUID> used = new HashSet<>();
    private final Set<SealId> kept = new HashSet<>();
    private final List<SealId> seals = new ArrayList<>();
    private final List<PlannedRecord> records = new ArrayList<>();
    private final Map<Stored, Integer> going = new LinkedHashMap<>();

    ErasurePlanner(Asked asked, Work work) {
        this.asked = asked;
        this.work = work;
        for (Dossier each : Arrivals.andOwn(asked.person(), work)) own.add(DossierKinds.scope(each.id()));
        for (GroupProduction group : work.among(GroupKinds.GROUP, own)) {
            boolean shared = group.members().stream()
                    .anyMatch(each -> each.joined() && !each.person().equals(asked.person()));
            if (!shared) continue;
            sharedGroups.add(group.id());
            sharedWork.add(group.production());
        }
        for (Seal seal : work.among(CertificationKinds.SEAL, own)) {
            seals.add(seal.id());
            asked.decisions().stream()
                    .filter(each -> each.seal().equals(seal.id()) && each.keep())
                    .forEach(each -> kept.add(seal.id()));
        }
    }

    PersonId person() {
        return asked.person();
    }

    /** The decisions that are about sealed files of the person. */
    List<SealDecision> decisions() {
        return asked.decisions().stream()
                .filter(each -> seals.contains(each.seal()))
                .toList();
    }

    /** The sealed files that no decision is about. */
    List<SealId> undecided() {
        Set<SealId> decided = new HashSet<>();
        asked.decisions().forEach(each -> decided.add(each.seal()));
        return seals.stream().filter(each -> !decided.contains(each)).toList();
    }

    /** The person's dossiers. */
    Set<Scope> own() {
        return own;
    }

    /** The releases of an id of theirs that may be another's by now. */
    List<IdChange> releases() {
        return work.identities().releasesOf(asked.person());
    }

    /**
     * What was made in a group is everybody's, and whose words are whose it does not say.
     *
     * @return whether the person made it with the others, so that the production concerns them
     */
    boolean madeIn(GroupProduction group) {
        boolean member = group.members().stream()
                .anyMatch(each -> each.joined() && each.person().equals(asked.person()));
        if (member) othersWork.add(group.production().value());
        return member;
    }

    /** A record names the id that was released: somebody else has it, and the release says from when on. */
    void use(UUID release) {
        used.add(release);
    }

    /** That an id of theirs may be another's goes too while nobody has it: it would name them. */
    void lookAtReleases() {
        for (IdChange each : releases()) {
            if (used.contains(each.id().value())) continue;
            work.view()
                    .find(
                            Scope.ORGANISATION,
                            SchoolKinds.ID_CHANGE.kind(),
                            each.id().value())
                    .ifPresent(row -> plan(
                            SchoolKinds.ID_CHANGE,
                            row,
                            RowSurvey.record(SchoolKinds.ID_CHANGE, row, work),
                            new Verdict(ErasureOutcome.DELETE, "erasure.only-about-them")));
        }
    }

    /** Takes a record into the plan if it concerns the person; whether it goes. */
    <T> boolean consider(RecordKind<T> kind, Row row, T record) {
        Verdict verdict = verdict(kind, record, own.contains(row.scope()));
        if (verdict == null) return false;
        plan(kind, row, record, verdict);
        return verdict.outcome() == ErasureOutcome.DELETE;
    }

    private <T> void plan(RecordKind<T> kind, Row row, T record, Verdict verdict) {
        if (!kind.outcomes().contains(verdict.outcome())) {
            throw new IllegalStateException(
                    "the definition of " + kind.kind().name() + " says nothing of " + verdict.outcome());
        }
        if (verdict.outcome() == ErasureOutcome.DELETE) {
            Inside.contents(record).forEach(each -> going.merge(each, 1, Integer::sum));
        }
        records.add(new PlannedRecord(
                row.scope().id(),
                kind.kind().name(),
                row.id(),
                kind.treatment().category(),
                verdict.outcome(),
                Message.of(verdict.reason())));
    }

    private boolean isOthersWork(RecordKind<?> kind, UUID id) {
        return kind == DossierKinds.PRODUCTION && othersWork.contains(id);
    }

    private @Nullable Verdict verdict(RecordKind<?> kind, Object record, boolean inside) {
        if (inside) return ofTheirs(record);
        if (record instanceof Production made && isOthersWork(kind, made.id().value())) return madeWithOthers(made);
        // Another's grant may have the same word for other reasons: an id that was theirs before, or the name of a
        // role.
        if (record instanceof Grant grant && !grant.holder().equals(asked.person())) {
            return isOverTheirs(grant.reach()) ? new Verdict(ErasureOutcome.DELETE, "erasure.grant-over-it") : null;
        }
        if (!Inside.people(record).contains(asked.person())) return null;
        return KeptByOthers.verdict(kind, record, asked.person());
    }

    private boolean isOverTheirs(Reach reach) {
        if (reach instanceof Reach.OfDossier of) return own.contains(DossierKinds.scope(of.dossier()));
        return reach instanceof Reach.OfProduction of && own.contains(DossierKinds.scope(of.dossier()));
    }

    private Verdict ofTheirs(Object record) {
        boolean shared = (record instanceof GroupProduction group && sharedGroups.contains(group.id()))
                || (record instanceof Production made && sharedWork.contains(made.id()))
                || (record instanceof GroupAppraisal appraisal && sharedGroups.contains(appraisal.group()));
        if (shared) return madeWithOthers(record);
        boolean sealed = (record instanceof Seal seal && kept.contains(seal.id()))
                || (record instanceof Dossier && !kept.isEmpty())
                || (record instanceof ShareLink link
                        && link.target() instanceof Target.OfSeal of
                        && kept.contains(of.seal()));
        if (record instanceof BadgeAward award && award.status() == BadgeStatus.ACCEPTED) {
            return new Verdict(ErasureOutcome.DELETE, "erasure.badge-revoked");
        }
        return sealed
                ? new Verdict(ErasureOutcome.KEEP, "erasure.seal-kept")
                : new Verdict(ErasureOutcome.DELETE, "erasure.in-their-dossier");
    }

    private Verdict madeWithOthers(Object record) {
        return Inside.people(record).contains(asked.person())
                ? new Verdict(ErasureOutcome.PSEUDONYMISE, "erasure.made-with-others")
                : new Verdict(ErasureOutcome.KEEP, "erasure.made-with-others");
    }

    /** @param held how many records refer to each content, those that go included */
    ErasurePlan plan(boolean visaNeeded, Map<Stored, Integer> held) {
        Map<UUID, Long> revisions = new HashMap<>();
        for (PlannedRecord each : records) {
            if (each.scope().equals(Scope.ORGANISATION.id())) continue;
            revisions.computeIfAbsent(
                    each.scope(), scope -> work.view().head(new Scope(scope)).length());
        }
        List<PlannedFile> files = new ArrayList<>();
        going.forEach((content, gone) -> files.add(new PlannedFile(content, held.getOrDefault(content, gone) - gone)));
        DestructionList destruction = destruction(files);
        return new ErasurePlan(
                asked.person(),
                asked.pseudonym(),
                asked.rule(),
                work.now(),
                revisions,
                records,
                files,
                seals,
                decisions(),
                destruction,
                visaNeeded && destruction.records() > 0,
                null);
    }

    private DestructionList destruction(List<PlannedFile> files) {
        Map<DataCategory, Integer> counts = new EnumMap<>(DataCategory.class);
        for (PlannedRecord each : records) {
            if (each.outcome() == ErasureOutcome.DELETE) counts.merge(each.category(), 1, Integer::sum);
        }
        Instant earliest = null;
        Instant latest = null;
        for (Scope scope : own) {
            List<Entry> first = work.view().entries(scope, 0, 1);
            List<Entry> last =
                    work.view().entries(scope, work.view().head(scope).length() - 1, 1);
            if (first.isEmpty() || last.isEmpty()) continue;
            Instant from = EntryBody.read(first.get(0), Work.json()).at();
            Instant to = EntryBody.read(last.get(0), Work.json()).at();
            if (earliest == null || from.isBefore(earliest)) earliest = from;
            if (latest == null || to.isAfter(latest)) latest = to;
        }
        List<PlannedFile> gone = files.stream().filter(PlannedFile::removed).toList();
        return new DestructionList(
                counts.entrySet().stream()
                        .map(each -> new DestructionList.Line(each.getKey(), each.getValue()))
                        .toList(),
                earliest,
                latest,
                counts.values().stream().mapToInt(Integer::intValue).sum(),
                gone.size(),
                gone.stream().mapToLong(each -> each.content().size()).sum());
    }
}
