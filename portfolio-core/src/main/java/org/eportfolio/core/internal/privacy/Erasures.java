package org.eportfolio.core.internal.privacy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.badge.BadgeAward;
import org.eportfolio.core.internal.access.Entitled;
import org.eportfolio.core.internal.badge.BadgePlaces;
import org.eportfolio.core.internal.history.Arrivals;
import org.eportfolio.core.internal.kind.CertificationKinds;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.Kinds;
import org.eportfolio.core.internal.kind.PrivacyKinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.Inside;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.ErasureId;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.ErasureOutcome;
import org.eportfolio.privacy.ErasurePlan;
import org.eportfolio.privacy.ErasureReceipt;
import org.eportfolio.privacy.ErasureRegister;
import org.eportfolio.privacy.PlannedRecord;
import org.eportfolio.privacy.PrivacyRequest;
import org.eportfolio.privacy.PrivacySettings;
import org.eportfolio.privacy.RetentionRule;
import org.eportfolio.privacy.SealDecision;
import org.eportfolio.school.Grant;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plans erasures, carries them out, and carries them out again over an older backup. Thread-safe. */
public final class Erasures {
    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);

    private final Engine engine;
    private final PrivacySettings settings;
    private final @Nullable ErasureRegister register;

    public Erasures(Engine engine, PrivacySettings settings, @Nullable ErasureRegister register) {
        this.engine = engine;
        this.settings = settings;
        this.register = register;
    }

    /** A plan under a pseudonym of chance. */
    public ErasurePlan plan(PersonId person, @Nullable RetentionRule rule, Work work) {
        PersonId pseudonym =
                PersonId.of("anonyme-" + UUID.randomUUID().toString().substring(0, 13));
        ErasurePlan plan = ErasurePlanner.plan(
                        new ErasurePlanner.Asked(person, pseudonym, rule, List.of()), settings.publicBody(), work)
                .plan();
        if (plan.records().isEmpty()) throw new NotFoundException("person", person);
        return plan;
    }

    /** The same plan once a sealed file was decided about, looked at anew. */
    public ErasurePlan again(ErasurePlan plan, List<SealDecision> decisions, Work work) {
        ErasurePlan now = ErasurePlanner.plan(
                        new ErasurePlanner.Asked(plan.person(), plan.pseudonym(), plan.rule(), decisions),
                        settings.publicBody(),
                        work)
                .plan();
        if (!now.revisions().equals(plan.revisions())) throw ConflictException.state("erasure.changed");
        String visa = plan.visa();
        return visa == null ? now : now.withVisa(visa);
    }

    /** Does exactly the plan. */
    public ErasureReceipt erase(ErasurePlan plan, Function<Work, Entitled> allowed) {
        if (!plan.undecided().isEmpty()) throw ConflictException.state("erasure.undecided", plan.undecided());
        List<String> ids = idsInLog(plan.person());
        ErasureReceipt done = engine.write(Scope.ORGANISATION, work -> {
            Entitled by = allowed.apply(work);
            if (by.person().equals(plan.person())) throw new DeniedException(Message.of("denied.erase-oneself"));
            boolean toArchive = plan.rule() != null && plan.rule().outcome() != RetentionRule.FinalOutcome.DESTROY;
            refuseLastHead(plan.person(), work);
            ErasurePlanner.Planned now = ErasurePlanner.plan(
                    new ErasurePlanner.Asked(plan.person(), plan.pseudonym(), plan.rule(), plan.decisions()),
                    settings.publicBody(),
                    work);
            if (!same(now.plan(), plan)) throw ConflictException.state("erasure.changed");
            if (plan.visa() == null && toArchive) throw ConflictException.state("erasure.archive-first");
            if (plan.visa() == null && now.plan().visaNeeded()) throw ConflictException.state("erasure.visa");
            return done(now, new ErasureId(work.newId()), plan.visa(), by, work);
        });
        return completed(done, ids);
    }

    /** The ids under which the log knows the person, as long as that is known. */
    private List<String> idsInLog(PersonId person) {
        return engine.read(work -> work.identities().asked(person).toList());
    }

    /** Whether it is still what was planned; the organisation's other records may have moved on. */
    private static boolean same(ErasurePlan now, ErasurePlan planned) {
        return now.revisions().equals(planned.revisions())
                && now.records().equals(planned.records())
                && now.files().equals(planned.files())
                && now.seals().equals(planned.seals());
    }

    private ErasureReceipt done(
            ErasurePlanner.Planned planned, ErasureId id, @Nullable String visa, @Nullable Entitled by, Work work) {
        ErasurePlan plan = planned.plan();
        for (ErasurePlanner.Step<?> step : planned.steps()) carryOut(step, plan, work);
        plan.revisions().keySet().forEach(scope -> work.touch(new Scope(scope)));
        ErasureReceipt receipt = new ErasureReceipt(
                id,
                work.now(),
                plan.pseudonym(),
                counts(plan),
                plan.destruction().files(),
                plan.destruction().bytes(),
                marks(planned),
                plan.decisions(),
                visa,
                null);
        work.put(PrivacyKinds.ERASURE, receipt);
        work.journal(
                by == null ? "person.erased-again" : "person.erased",
                by == null ? null : by.person(),
                by == null ? null : by.role());
        return receipt;
    }

    private static <T> void carryOut(ErasurePlanner.Step<T> step, ErasurePlan plan, Work work) {
        if (step.outcome() == ErasureOutcome.DELETE) {
            work.remove(step.kind(), step.name());
            if (step.record() instanceof BadgeAward award) BadgePlaces.revoke(award, work);
            // The organisation's chain spoke of the dossier when it was opened.
            if (step.record() instanceof Dossier) work.mention(Scope.ORGANISATION, step.kind(), step.record());
        } else if (step.outcome() == ErasureOutcome.PSEUDONYMISE) {
            work.put(
                    step.kind(),
                    Inside.renamed(
                            silent(step.record(), plan.person()),
                            person -> person.equals(plan.person()) ? plan.pseudonym() : person));
        }
    }

    /** Without the person's own words, where others keep the record: an id is replaced, a sentence cannot be. */
    private static <T> T silent(T record, PersonId person) {
        Object silent = record;
        if (record instanceof PrivacyRequest request && request.person().equals(person))
            silent = request.withoutWords();
        if (record instanceof Production made) silent = made.withoutWordsOf(person);
        @SuppressWarnings("unchecked") // it stays what it was
        T same = (T) silent;
        return same;
    }

    private static List<ErasureReceipt.Count> counts(ErasurePlan plan) {
        record Cell(String kind, ErasureOutcome outcome) {}
        Map<Cell, Integer> counts = new LinkedHashMap<>();
        for (PlannedRecord each : plan.records()) {
            counts.merge(new Cell(each.kind(), each.outcome()), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .map(each -> new ErasureReceipt.Count(
                        each.getKey().kind(), each.getKey().outcome(), each.getValue()))
                .toList();
    }

    /** The records by which an older backup can identify the person. */
    private static List<ErasureReceipt.Trace> marks(ErasurePlanner.Planned planned) {
        List<ErasureReceipt.Trace> marks = new ArrayList<>();
        for (int i = 0; i < planned.steps().size(); i++) {
            ErasurePlanner.Step<?> step = planned.steps().get(i);
            boolean gone = step.outcome() == ErasureOutcome.DELETE;
            if (!gone || !identified(step).equals(Optional.of(planned.plan().person()))) continue;
            PlannedRecord at = planned.plan().records().get(i);
            marks.add(new ErasureReceipt.Trace(at.scope(), at.kind(), at.id()));
        }
        return marks;
    }

    private static <T> Optional<PersonId> identified(ErasurePlanner.Step<T> step) {
        return step.kind().identified(step.record());
    }

    private static void refuseLastHead(PersonId person, Work work) {
        List<PersonId> heads = work.where(SchoolKinds.GRANT, SchoolKinds.headGrants()).stream()
                .filter(each -> each.headsOrganisationAt(work.now()))
                .map(Grant::holder)
                .toList();
        if (!heads.isEmpty() && heads.stream().allMatch(person::equals)) {
            throw ConflictException.state("grant.last-head");
        }
    }

    /** Outside the commit: the receipt is kept elsewhere, and the bytes go. Gives back the receipt as it then stands. */
    private ErasureReceipt completed(ErasureReceipt receipt, List<String> ids) {
        List<ErasureReceipt> completed = List.of();
        try {
            if (register != null) register.keep(receipt);
        } finally {
            completed = complete();
        }
        forgetReadings(receipt, ids);
        return completed.stream()
                .filter(each -> each.id().equals(receipt.id()))
                .findFirst()
                .orElse(receipt);
    }

    /** Who read the dossiers that went, and that this person read others', also where the log is not written any more. */
    private void forgetReadings(ErasureReceipt receipt, List<String> ids) {
        engine.recorder().ifPresent(recorder -> recorder.flush(engine.now()));
        engine.store().accessLog().ifPresent(log -> {
            for (ErasureReceipt.Trace each : receipt.traces()) {
                if (each.kind().equals(DossierKinds.DOSSIER.kind().name())) log.remove(new Scope(each.scope()));
            }
            ids.forEach(each -> log.rename(each, receipt.pseudonym().value()));
        });
    }

    /** Removes the bytes that earlier erasures could not remove; the receipts that are complete now. */
    public List<ErasureReceipt> complete() {
        return new ErasureCompletion(engine).complete();
    }

    /**
     * Erases again what these receipts say was erased, where it has come back.
     *
     * @return what was done this time, a receipt for each that found something
     */
    public List<ErasureReceipt> reapply(List<ErasureReceipt> receipts) {
        List<ErasureReceipt> done = new ArrayList<>();
        for (ErasureReceipt receipt : receipts) {
            Set<PersonId> back = engine.read(work -> cameBack(receipt, work));
            for (PersonId person : back) {
                LOG.warn("erasure {} is done again: what it erased came back, as with an older backup", receipt.id());
                List<String> ids = idsInLog(person);
                ErasureReceipt again = engine.write(Scope.ORGANISATION, work -> {
                    ErasurePlanner.Planned planned = ErasurePlanner.plan(
                            new ErasurePlanner.Asked(person, receipt.pseudonym(), null, decided(receipt, person, work)),
                            false,
                            work);
                    if (!planned.plan().undecided().isEmpty()) {
                        throw ConflictException.state(
                                "erasure.undecided", planned.plan().undecided());
                    }
                    return done(planned, receipt.id(), receipt.visa(), null, work);
                });
                done.add(completed(again, ids));
            }
            if (back.isEmpty()) engine.write(Scope.ORGANISATION, work -> known(receipt, work));
        }
        return done;
    }

    /** A store that never knew the person is given the erasure, so that it need not be looked at again. */
    private static boolean known(ErasureReceipt receipt, Work work) {
        if (work.find(PrivacyKinds.ERASURE, Scope.ORGANISATION, receipt.id().value())
                .isPresent()) return false;
        work.put(PrivacyKinds.ERASURE, receipt);
        work.journal("erasure.noted", null, null);
        return true;
    }

    private static List<SealDecision> decided(ErasureReceipt receipt, PersonId person, Work work) {
        Set<UUID> there = new HashSet<>();
        List<Scope> own = Arrivals.andOwn(person, work).stream()
                .map(each -> DossierKinds.scope(each.id()))
                .toList();
        work.among(CertificationKinds.SEAL, own)
                .forEach(each -> there.add(each.id().value()));
        return receipt.decisions().stream()
                .filter(each -> there.contains(each.seal().value()))
                .toList();
    }

    private static Set<PersonId> cameBack(ErasureReceipt receipt, Work work) {
        Set<PersonId> back = new LinkedHashSet<>();
        for (ErasureReceipt.Trace mark : receipt.traces()) {
            for (RecordKind<?> kind : Kinds.ALL) {
                if (kind.kind().name().equals(mark.kind()))
                    identified(kind, mark, work).ifPresent(back::add);
            }
        }
        back.remove(receipt.pseudonym());
        return back;
    }

    private static <T> Optional<PersonId> identified(RecordKind<T> kind, ErasureReceipt.Trace mark, Work work) {
        return work.find(kind, new Scope(mark.scope()), mark.id()).flatMap(kind::identified);
    }

    /**
     * What the register knows and the store does not is done again, and the other way round: before the first read, and
     * around the import of an archive.
     *
     * @return what was done again
     */
    public List<ErasureReceipt> reconcile() {
        if (register == null || isEmpty()) return List.of();
        List<ErasureReceipt> kept = register.receipts();
        Set<ErasureId> inRegister = new HashSet<>();
        kept.forEach(each -> inRegister.add(each.id()));
        List<ErasureReceipt> inStore = engine.read(work -> work.list(PrivacyKinds.ERASURE, Scope.ORGANISATION));
        Set<ErasureId> known = new HashSet<>();
        inStore.forEach(each -> known.add(each.id()));
        inStore.stream().filter(each -> !inRegister.contains(each.id())).forEach(register::keep);
        return reapply(kept.stream().filter(each -> !known.contains(each.id())).toList());
    }

    /** Nothing was ever written: an archive of the organisation may still come in, and is looked at then. */
    private boolean isEmpty() {
        return engine.read(work -> work.view().head(Scope.ORGANISATION)).equals(Head.EMPTY);
    }
}
