package org.eportfolio.core.internal.privacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eportfolio.Message;
import org.eportfolio.archive.Arrival;
import org.eportfolio.badge.BadgeAward;
import org.eportfolio.badge.BadgeStatus;
import org.eportfolio.certification.Seal;
import org.eportfolio.core.internal.history.Arrivals;
import org.eportfolio.core.internal.kind.CertificationKinds;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.GroupKinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.SchoolKinds;
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
import org.eportfolio.peer.ReviewAssignment;
import org.eportfolio.privacy.DataCategory;
import org.eportfolio.privacy.DestructionList;
import org.eportfolio.privacy.ErasureOutcome;
import org.eportfolio.privacy.ErasurePlan;
import org.eportfolio.privacy.PlannedFile;
import org.eportfolio.privacy.PlannedRecord;
import org.eportfolio.privacy.RetentionRule;
import org.eportfolio.privacy.SealDecision;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.school.Grant;
import org.eportfolio.school.IdChange;
import org.eportfolio.sharing.ShareLink;
import org.eportfolio.sharing.Target;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Decides, record by record, what erasing a person does. What lies in their own dossiers goes, but for what others made
 * with them and for sealed files kept by decision; elsewhere the table of treatments decides.
 */
final class ErasurePlanner {
    /** A record and what becomes of it. */
    record Step<T>(RecordKind<T> kind, RowName name, T record, ErasureOutcome outcome) {}

    /** What is asked, independent of the actor. */
    record Asked(
            PersonId person, PersonId pseudonym, @Nullable RetentionRule rule, List<SealDecision> decisions) {}

    private record Verdict(ErasureOutcome outcome, String reason) {}

    private final Asked asked;
    private final Work work;
    private final RowSurvey.Mention mention;
    private final Map<UUID, RowSurvey.Mention> released = new HashMap<>();
    private final Set<UUID> used = new HashSet<>();
    private final Set<Scope> own = new LinkedHashSet<>();
    private final Set<String> ownIds = new HashSet<>();
    private final Set<GroupId> sharedGroups = new HashSet<>();
    private final Set<ProductionId> sharedWork = new HashSet<>();
    private final Set<UUID> othersWork = new HashSet<>();
    private final Set<SealId> kept = new HashSet<>();
    private final List<SealId> seals = new ArrayList<>();
    private final List<PlannedRecord> records = new ArrayList<>();
    private final List<Step<?>> steps = new ArrayList<>();
    private final Set<Stored> going = new LinkedHashSet<>();
    private final Map<Stored, Integer> held = new HashMap<>();

    private ErasurePlanner(Asked asked, Work work) {
        this.asked = asked;
        this.work = work;
        this.mention = RowSurvey.mention(asked.person(), work);
    }

    /** The plan and the steps that carry it out, from one snapshot. */
    record Planned(ErasurePlan plan, List<Step<?>> steps) {}

    static Planned plan(Asked asked, boolean visaNeeded, Work work) {
        ErasurePlanner planner = new ErasurePlanner(asked, work);
        planner.look();
        return new Planned(planner.plan(visaNeeded), planner.steps);
    }

    private void look() {
        for (Dossier each : Arrivals.andOwn(asked.person(), work)) {
            own.add(DossierKinds.scope(each.id()));
            ownIds.add(each.id().toString());
        }
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
        RowSurvey.ofDossiers(GroupKinds.GROUP, work, this::lookAtGroup);
        work.identities()
                .releasesOf(asked.person())
                .forEach(each -> released.put(each.id().value(), RowSurvey.Mention.of(List.of(each.from()))));
        RowSurvey.all(work, this::consider);
        released.keySet().stream()
                .filter(each -> !used.contains(each))
                .forEach(each -> work.view()
                        .find(Scope.ORGANISATION, SchoolKinds.ID_CHANGE.kind(), each)
                        .ifPresent(this::unused));
    }

    /** That an id of theirs may be another's goes too while nobody has it: it would name them. */
    private void unused(Row row) {
        IdChange release = RowSurvey.record(SchoolKinds.ID_CHANGE, row, work);
        plan(SchoolKinds.ID_CHANGE, row, release, new Verdict(ErasureOutcome.DELETE, "erasure.only-about-them"));
    }

    /** What was made in a group is everybody's, and whose words are whose it does not say. */
    private void lookAtGroup(Row row) {
        if (!mention.in(row)) return;
        GroupProduction group = RowSurvey.record(GroupKinds.GROUP, row, work);
        boolean member = group.members().stream()
                .anyMatch(each -> each.joined() && each.person().equals(asked.person()));
        if (member) othersWork.add(group.production().value());
    }

    private <T> void consider(RecordKind<T> kind, Row row) {
        released.forEach((release, holder) -> {
            if (!row.id().equals(release) && holder.in(row)) used.add(release);
        });
        boolean inside = own.contains(row.scope());
        boolean concerned = inside
                || mention.in(row)
                || isOthersWork(kind, row.id())
                || (kind == SchoolKinds.GRANT && ownIds.stream().anyMatch(row.body()::contains));
        T record = concerned ? RowSurvey.record(kind, row, work) : null;
        Verdict verdict = record == null ? null : verdict(kind, record, inside);
        if (verdict == null || verdict.outcome() != ErasureOutcome.DELETE) {
            RowSurvey.contents(kind, row, work).forEach(each -> held.merge(each, 1, Integer::sum));
        }
        if (record != null && verdict != null) plan(kind, row, record, verdict);
    }

    private <T> void plan(RecordKind<T> kind, Row row, T record, Verdict verdict) {
        if (!kind.outcomes().contains(verdict.outcome())) {
            throw new IllegalStateException(
                    "the definition of " + kind.kind().name() + " says nothing of " + verdict.outcome());
        }
        if (verdict.outcome() == ErasureOutcome.DELETE) going.addAll(Inside.contents(record));
        records.add(new PlannedRecord(
                row.scope().id(),
                kind.kind().name(),
                row.id(),
                kind.treatment().category(),
                verdict.outcome(),
                Message.of(verdict.reason())));
        steps.add(new Step<>(kind, RowName.of(row), record, verdict.outcome()));
    }

    private boolean isOthersWork(RecordKind<?> kind, UUID id) {
        return kind == DossierKinds.PRODUCTION && othersWork.contains(id);
    }

    private @Nullable Verdict verdict(RecordKind<?> kind, Object record, boolean inside) {
        if (inside) return ofTheirs(record);
        if (record instanceof Production made && isOthersWork(kind, made.id().value())) return madeWithOthers(made);
        if (record instanceof Grant grant && !grant.holder().equals(asked.person())) {
            return new Verdict(ErasureOutcome.DELETE, "erasure.grant-over-it");
        }
        if (!Inside.people(record).contains(asked.person())) return null;
        if (record instanceof ReviewAssignment assignment) {
            if (assignment.reviewed().equals(asked.person())) {
                return new Verdict(ErasureOutcome.DELETE, "erasure.about-their-work");
            }
            if (assignment.reviewer().equals(asked.person()) && !assignment.submitted()) {
                return new Verdict(ErasureOutcome.DELETE, "erasure.their-draft");
            }
            return new Verdict(ErasureOutcome.PSEUDONYMISE, "erasure.received-by-another");
        }
        if (record instanceof Authorisation authorisation
                && authorisation.person().equals(asked.person())) {
            return new Verdict(ErasureOutcome.DELETE, "erasure.their-authorisation");
        }
        if (record instanceof Arrival) return new Verdict(ErasureOutcome.PSEUDONYMISE, "erasure.arrival");
        ErasureOutcome elsewhere = kind.treatment().elsewhere();
        return new Verdict(
                elsewhere, elsewhere == ErasureOutcome.DELETE ? "erasure.only-about-them" : "erasure.held-by-another");
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

    private ErasurePlan plan(boolean visaNeeded) {
        Map<UUID, Long> revisions = new HashMap<>();
        for (PlannedRecord each : records) {
            if (each.scope().equals(Scope.ORGANISATION.id())) continue;
            revisions.computeIfAbsent(
                    each.scope(), scope -> work.view().head(new Scope(scope)).length());
        }
        List<PlannedFile> files = going.stream()
                .map(each -> new PlannedFile(each, held.getOrDefault(each, 0)))
                .toList();
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
                asked.decisions(),
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
