package org.eportfolio.core.internal.privacy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.Message;
import org.eportfolio.core.internal.access.Entitled;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.kind.TraceKinds;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.EntryBody;
import org.eportfolio.core.internal.work.Mentions;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.ErasureId;
import org.eportfolio.id.PersonId;
import org.eportfolio.journal.JournalEntry;
import org.eportfolio.privacy.ErasureOutcome;
import org.eportfolio.privacy.ErasurePlan;
import org.eportfolio.privacy.ErasureReceipt;
import org.eportfolio.spi.FeedEntry;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.View;
import org.jspecify.annotations.Nullable;

/**
 * Erases people one after the other, each in one commit, upon one look at everything in the beginning. Before each commit it
 * looks through what the journal says of others' acts since; whom they concern is not erased. For one thread.
 */
final class ErasureRound {
    private static final int PAGE = 1_000;

    private final Engine engine;
    private final Map<PersonId, ErasurePlan> plans = new HashMap<>();
    private final Mentions<PersonId> mentions = new Mentions<>();
    private final Mentions<PersonId> dossiers = new Mentions<>();
    private final Map<Scope, Set<PersonId>> concerned = new HashMap<>();
    private final Set<PersonId> overtaken = new HashSet<>();
    /** Which entries this round made. */
    private final Map<Scope, Set<Long>> made = new HashMap<>();

    private final Set<RowName> gone = new HashSet<>();
    private long looked;

    private ErasureRound(Engine engine) {
        this.engine = engine;
    }

    /** Looks at everything; a plan that is not what it would be now is left out. */
    static ErasureRound begin(List<ErasurePlan> asked, boolean visaNeeded, Engine engine) {
        return engine.read(work -> {
            ErasureRound round = new ErasureRound(engine);
            List<ErasurePlanner> planners = asked.stream()
                    .map(each -> new ErasurePlanner(ErasurePlanner.Asked.again(each, each.decisions()), work))
                    .toList();
            List<ErasurePlan> now =
                    ErasureSurvey.plan(planners, visaNeeded, work).plans();
            for (int i = 0; i < now.size(); i++) {
                if (same(now.get(i), asked.get(i))) round.take(now.get(i), work);
            }
            round.looked = position(work.view());
            return round;
        });
    }

    /** Whether it is still what was planned; the organisation's other records may have moved on. */
    private static boolean same(ErasurePlan now, ErasurePlan planned) {
        return now.revisions().equals(planned.revisions())
                && now.records().equals(planned.records())
                && now.files().equals(planned.files())
                && now.seals().equals(planned.seals());
    }

    private static long position(View view) {
        long position = Math.max(0, view.position());
        List<FeedEntry> page = view.feed(position, PAGE);
        while (!page.isEmpty()) {
            position = page.get(page.size() - 1).position();
            page = view.feed(position, PAGE);
        }
        return position;
    }

    private void take(ErasurePlan plan, Work work) {
        plans.put(plan.person(), plan);
        work.identities().all(plan.person()).forEach(id -> mentions.add(id, plan.person()));
        plan.revisions()
                .keySet()
                .forEach(scope -> concerned
                        .computeIfAbsent(new Scope(scope), each -> new HashSet<>())
                        .add(plan.person()));
        plan.records().stream()
                .filter(each -> each.kind().equals(DossierKinds.DOSSIER.kind().name()))
                .forEach(each -> dossiers.add(each.scope().toString(), plan.person()));
    }

    /**
     * Does exactly the plan of this person, in one commit.
     *
     * @throws ConflictException if it is not what it would be by now
     */
    ErasureReceipt erase(ErasurePlan plan, ErasureId id, @Nullable String visa, Function<Work, Entitled> allowed) {
        record Done(ErasureReceipt receipt, Map<Scope, Long> entries) {}
        Done done = engine.write(Scope.ORGANISATION, work -> {
            Entitled by = allowed.apply(work);
            if (!plan.undecided().isEmpty()) throw ConflictException.state("erasure.undecided", plan.undecided());
            if (by.person().equals(plan.person())) throw new DeniedException(Message.of("denied.erase-oneself"));
            Erasures.refuseLastHead(plan.person(), work);
            ErasurePlan now = current(plan, work);
            Erasures.refuseWithoutReference(now, visa);
            Map<Scope, Long> entries = new HashMap<>();
            entries.put(Scope.ORGANISATION, next(Scope.ORGANISATION, work));
            now.revisions().keySet().forEach(each -> entries.put(new Scope(each), next(new Scope(each), work)));
            return new Done(ErasureAct.done(now, gone, id, visa, by, work), entries);
        });
        done.entries()
                .forEach((scope, number) ->
                        made.computeIfAbsent(scope, each -> new HashSet<>()).add(number));
        plan.records().stream()
                .filter(each -> each.outcome() == ErasureOutcome.DELETE)
                .forEach(each -> gone.add(ErasureAct.name(each)));
        return done.receipt();
    }

    private static long next(Scope scope, Work work) {
        return work.view().head(scope).length() + 1;
    }

    private ErasurePlan current(ErasurePlan plan, Work work) {
        lookAtWhatMoved(work.view());
        ErasurePlan now = plans.get(plan.person());
        if (now == null || overtaken.contains(plan.person())) throw ConflictException.state("erasure.changed");
        return now;
    }

    private void lookAtWhatMoved(View view) {
        Set<Scope> scopes = new HashSet<>();
        Set<RowName> moved = new HashSet<>();
        List<FeedEntry> page = view.feed(looked, PAGE);
        while (!page.isEmpty()) {
            for (FeedEntry each : page) {
                Scope scope = each.entry().scope();
                if (made.getOrDefault(scope, Set.of()).contains(each.entry().number())) continue;
                scopes.add(scope);
                for (JournalEntry.Item item :
                        EntryBody.of(each.entry(), Work.json()).objects()) {
                    moved.add(new RowName(scope, new Kind(item.kind()), item.id()));
                }
            }
            looked = page.get(page.size() - 1).position();
            page = view.feed(looked, PAGE);
        }
        // What others wrote anew may have another outcome by now, even if the plan has it.
        if (!moved.isEmpty()) view.rows(moved).forEach(row -> overtaken.addAll(named(row)));
        for (Scope each : scopes) {
            overtaken.addAll(concerned.getOrDefault(each, Set.of()));
            // What was done under a key has no entry of its own, but one beside it in the same scope.
            view.list(each, TraceKinds.KEYED_CALL.kind(), null, Integer.MAX_VALUE)
                    .forEach(this::lookAt);
        }
    }

    /** Those whom a record names, and whose plan does not have it, are overtaken. */
    private void lookAt(Row row) {
        for (PersonId each : named(row)) {
            if (!isPlanned(row, each)) overtaken.add(each);
        }
    }

    private Set<PersonId> named(Row row) {
        Set<PersonId> named = new HashSet<>(mentions.in(row));
        if (row.kind().equals(SchoolKinds.GRANT.kind())) named.addAll(dossiers.in(row));
        return named;
    }

    private boolean isPlanned(Row row, PersonId person) {
        ErasurePlan plan = plans.get(person);
        RowName name = RowName.of(row);
        return plan != null && plan.records().stream().map(ErasureAct::name).anyMatch(name::equals);
    }
}
