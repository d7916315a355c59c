package org.eportfolio.core.internal.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eportfolio.CancelledException;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.internal.access.Entitled;
import org.eportfolio.core.internal.history.Arrivals;
import org.eportfolio.core.internal.kind.CertificationKinds;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.Kinds;
import org.eportfolio.core.internal.kind.PrivacyKinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.ErasureId;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.ErasedPeople;
import org.eportfolio.privacy.ErasurePlan;
import org.eportfolio.privacy.ErasureReceipt;
import org.eportfolio.privacy.ErasureRegister;
import org.eportfolio.privacy.ErasuresPlan;
import org.eportfolio.privacy.NewErasures;
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
    private final ErasedReadings readings;

    public Erasures(Engine engine, PrivacySettings settings, @Nullable ErasureRegister register) {
        this.engine = engine;
        this.settings = settings;
        this.register = register;
        this.readings = new ErasedReadings(engine);
    }

    /** A plan under a pseudonym of chance. */
    public ErasurePlan plan(PersonId person, @Nullable RetentionRule rule, Work work) {
        ErasurePlan plan = surveyed(ErasurePlanner.Asked.of(person, rule, List.of()), settings.publicBody(), work);
        if (plan.records().isEmpty()) throw new NotFoundException("person", person);
        return plan;
    }

    private static ErasurePlan surveyed(ErasurePlanner.Asked asked, boolean visaNeeded, Work work) {
        return ErasureSurvey.plan(List.of(new ErasurePlanner(asked, work)), visaNeeded, work)
                .plans()
                .get(0);
    }

    /** The same plan once a sealed file was decided about, looked at anew. */
    public ErasurePlan again(ErasurePlan plan, List<SealDecision> decisions, Work work) {
        ErasurePlan now = surveyed(ErasurePlanner.Asked.again(plan, decisions), settings.publicBody(), work);
        if (!now.revisions().equals(plan.revisions())) throw ConflictException.state("erasure.changed");
        String visa = plan.visa();
        return visa == null ? now : now.withVisa(visa);
    }

    /** What erasing several people would do, and who of them is not erased. */
    public ErasuresPlan plan(NewErasures asked, @Nullable RetentionRule rule, PersonId by, Work work) {
        return new ErasuresPlanner(asked, rule, by, work).plan(settings.publicBody());
    }

    /**
     * Does exactly the plan, then what is done for all of them.
     *
     * @throws CancelledException before the commit, with nothing done; or after it, then the bytes go by {@link #complete}
     */
    public ErasureReceipt erase(ErasurePlan plan, Function<Work, Entitled> allowed, ProgressListener progress) {
        if (!plan.undecided().isEmpty()) throw ConflictException.state("erasure.undecided", plan.undecided());
        progress.at(0, -1);
        ErasureRound round = ErasureRound.begin(List.of(plan), settings.publicBody(), engine);
        ErasureReceipt done = erased(plan, plan.visa(), round, allowed);
        Map<ErasureId, ErasureReceipt> completed;
        try {
            keep(done);
        } finally {
            completed = byId(complete(progress));
        }
        return completed.getOrDefault(done.id(), done);
    }

    /**
     * Does the plans one after the other, each in one commit, then what is done once for all of them.
     *
     * @throws CancelledException between two people; what was done up to then stays, and its bytes go by {@link #complete}
     */
    public ErasedPeople erase(ErasuresPlan plan, Function<Work, Entitled> allowed, ProgressListener progress) {
        long people = plan.plans().size();
        ErasedPeople done = eraseRecords(plan, allowed, (at, total) -> progress.goOn(at, people + 1));
        Map<ErasureId, ErasureReceipt> completed = byId(complete(progress.part(people, 1, people + 1)));
        progress.goOn(people + 1, people + 1);
        return new ErasedPeople(standing(done.receipts(), completed), done.left());
    }

    /** The same but for the bytes, which {@link #complete} removes later. */
    public ErasedPeople eraseRecords(ErasuresPlan plan, Function<Work, Entitled> allowed, ProgressListener progress) {
        PersonId by = engine.read(allowed).person();
        plan.plans().forEach(each -> refuseWithoutReference(each, plan.visa()));
        List<ErasureReceipt> done = new ArrayList<>();
        List<ErasuresPlan.Blocked> left = new ArrayList<>();
        Map<PersonId, ErasureReceipt> before = receiptsByPseudonym();
        int total = plan.plans().size();
        progress.at(0, total);
        ErasureRound round = ErasureRound.begin(plan.plans(), settings.publicBody(), engine);
        for (ErasurePlan each : plan.plans()) {
            progress.at(done.size() + left.size(), total);
            ErasureReceipt earlier = before.get(each.pseudonym());
            if (each.person().equals(by)) {
                left.add(new ErasuresPlan.Blocked(by, Message.of("denied.erase-oneself"), List.of()));
                continue;
            }
            try {
                done.add(earlier != null ? earlier : keep(erased(each, plan.visa(), round, allowed)));
            } catch (ConflictException e) {
                left.add(new ErasuresPlan.Blocked(each.person(), e.reason(), List.of()));
            }
        }
        progress.at(total, total);
        return new ErasedPeople(done, left);
    }

    private ErasureReceipt erased(
            ErasurePlan plan, @Nullable String visa, ErasureRound round, Function<Work, Entitled> allowed) {
        ErasureId id = new ErasureId(engine.read(Work::newId));
        return forgotten(id, plan.person(), () -> round.erase(plan, id, visa, allowed));
    }

    private Map<PersonId, ErasureReceipt> receiptsByPseudonym() {
        Map<PersonId, ErasureReceipt> receipts = new HashMap<>();
        engine.read(work -> work.list(PrivacyKinds.ERASURE, Scope.ORGANISATION))
                .forEach(each -> receipts.put(each.pseudonym(), each));
        return receipts;
    }

    static void refuseWithoutReference(ErasurePlan plan, @Nullable String visa) {
        if (visa != null) return;
        boolean toArchive = plan.rule() != null && plan.rule().outcome() != RetentionRule.FinalOutcome.DESTROY;
        if (toArchive) throw ConflictException.state("erasure.archive-first");
        if (plan.visaNeeded()) throw ConflictException.state("erasure.visa");
    }

    static void refuseLastHead(PersonId person, Work work) {
        if (onlyHead(work).filter(person::equals).isPresent()) throw ConflictException.state("grant.last-head");
    }

    /** Who heads the school alone; empty if several people do. */
    static Optional<PersonId> onlyHead(Work work) {
        Set<PersonId> heads = work.where(SchoolKinds.GRANT, SchoolKinds.headGrants()).stream()
                .filter(each -> each.headsOrganisationAt(work.now()))
                .map(Grant::holder)
                .collect(Collectors.toSet());
        return heads.size() == 1 ? heads.stream().findFirst() : Optional.empty();
    }

    /** Around the commit: the log of readings forgets the person. */
    private ErasureReceipt forgotten(ErasureId id, PersonId person, Supplier<ErasureReceipt> commit) {
        List<String> ids = readings.note(id, person);
        ErasureReceipt receipt;
        try {
            receipt = commit.get();
        } catch (ConflictException | DeniedException refused) {
            readings.takeBack(id);
            throw refused;
        }
        readings.forget(receipt, ids);
        return receipt;
    }

    /** In the host's register too, if there is one. */
    private ErasureReceipt keep(ErasureReceipt receipt) {
        if (register != null) register.keep(receipt);
        return receipt;
    }

    /** The receipts, with those that are complete now in the place of those that were not. */
    private static List<ErasureReceipt> standing(
            List<ErasureReceipt> receipts, Map<ErasureId, ErasureReceipt> completed) {
        return receipts.stream()
                .map(each -> completed.getOrDefault(each.id(), each))
                .toList();
    }

    private static Map<ErasureId, ErasureReceipt> byId(List<ErasureReceipt> receipts) {
        return receipts.stream().collect(Collectors.toMap(ErasureReceipt::id, each -> each, (first, same) -> first));
    }

    /**
     * Does what earlier erasures could not do or a stopped run left: the log of readings forgets, the bytes go.
     *
     * @return the receipts that are complete now
     */
    public List<ErasureReceipt> complete(ProgressListener progress) {
        return new ErasureCompletion(engine).complete(progress);
    }

    /** When a portfolio is opened: has the log of readings forget whom a run erased that ended before it did. */
    public void finishReadings() {
        readings.finishLatest();
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
                done.add(keep(forgotten(
                        receipt.id(),
                        person,
                        () -> engine.write(Scope.ORGANISATION, work -> again(receipt, person, work)))));
            }
            if (back.isEmpty()) engine.write(Scope.ORGANISATION, work -> known(receipt, work));
        }
        if (done.isEmpty()) return done;
        return standing(done, byId(complete(ProgressListener.NONE)));
    }

    private static ErasureReceipt again(ErasureReceipt receipt, PersonId person, Work work) {
        ErasurePlan plan = surveyed(
                new ErasurePlanner.Asked(person, receipt.pseudonym(), null, decided(receipt, person, work)),
                false,
                work);
        if (!plan.undecided().isEmpty()) throw ConflictException.state("erasure.undecided", plan.undecided());
        return ErasureAct.done(plan, Set.of(), receipt.id(), receipt.visa(), null, work);
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
            // A host's receipt may name what is no kind.
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
