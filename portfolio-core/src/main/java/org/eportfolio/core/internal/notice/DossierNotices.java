package org.eportfolio.core.internal.notice;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.access.ManyDossiers;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.ScenarioKinds;
import org.eportfolio.core.internal.scenario.PlannedMissions;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.MissionId;
import org.eportfolio.journal.JournalEntry;
import org.eportfolio.scenario.MissionWork;
import org.eportfolio.scenario.PublishedMission;
import org.eportfolio.spi.Scope;

/**
 * What acts in dossiers mean to a reader, by rules: one look at which dossiers are open for each permission, and one reading
 * for each kind of record, however many acts and dossiers.
 */
final class DossierNotices {
    private final List<NoticeRule<?>> rules;
    private final Map<Scope, Dossier> dossiers = new HashMap<>();
    private final ManyDossiers many;
    private final Work work;
    private final Map<RecordKind<?>, Map<UUID, Object>> records = new HashMap<>();
    private Map<MissionId, PublishedMission> missions = Map.of();

    /** @param dossiers in which the reader may be concerned */
    DossierNotices(List<NoticeRule<?>> rules, List<Dossier> dossiers, ManyDossiers many, Work work) {
        this.rules = rules;
        this.many = many;
        this.work = work;
        dossiers.forEach(each -> this.dossiers.put(DossierKinds.scope(each.id()), each));
    }

    /** Whether an act may matter here, wherever it was done. */
    static boolean concern(List<NoticeRule<?>> rules, Act act) {
        return rules.stream().anyMatch(each -> each.concerns(act));
    }

    void addTo(GatheredNotices gathered, List<Act> acts) {
        List<Act> here =
                acts.stream().filter(each -> dossiers.containsKey(each.scope())).toList();
        Map<Permission, Set<Scope>> open = open(here);
        read(here, open);
        for (Act act : here) {
            for (NoticeRule<?> rule : rules) {
                if (applies(rule, act, open)) say(rule, act, gathered);
            }
        }
    }

    private static boolean applies(NoticeRule<?> rule, Act act, Map<Permission, Set<Scope>> open) {
        return rule.concerns(act)
                && open.getOrDefault(rule.permission(), Set.of()).contains(act.scope());
    }

    /** Of each permission the dossiers that are open, among those in which something was done that takes it. */
    private Map<Permission, Set<Scope>> open(List<Act> acts) {
        Map<Permission, Set<Dossier>> asked = new EnumMap<>(Permission.class);
        for (Act act : acts) {
            for (NoticeRule<?> rule : rules) {
                if (!rule.concerns(act)) continue;
                asked.computeIfAbsent(rule.permission(), each -> new HashSet<>())
                        .add(dossier(act));
            }
        }
        Map<Permission, Set<Scope>> open = new EnumMap<>(Permission.class);
        asked.forEach((permission, some) -> open.put(
                permission,
                many.open(some, permission).stream()
                        .map(each -> DossierKinds.scope(each.id()))
                        .collect(toSet())));
        return open;
    }

    private Dossier dossier(Act act) {
        return Objects.requireNonNull(dossiers.get(act.scope()));
    }

    private void read(List<Act> acts, Map<Permission, Set<Scope>> open) {
        Map<RecordKind<?>, Set<Scope>> needed = new HashMap<>();
        for (Act act : acts) {
            for (NoticeRule<?> rule : rules) {
                if (applies(rule, act, open))
                    needed.computeIfAbsent(rule.records(), each -> new HashSet<>())
                            .add(act.scope());
            }
        }
        needed.forEach(this::read);
        List<MissionWork> begun = new ArrayList<>();
        records.getOrDefault(ScenarioKinds.MISSION_WORK, Map.of())
                .values()
                .forEach(each -> begun.add((MissionWork) each));
        missions = PlannedMissions.revisions(
                begun.stream()
                        .map(each -> ScenarioKinds.missionRevision(each.mission(), each.revision()))
                        .distinct()
                        .toList(),
                work);
    }

    private <T> void read(RecordKind<T> kind, Set<Scope> scopes) {
        Map<UUID, Object> byId = new HashMap<>();
        work.among(kind, scopes).forEach(each -> byId.put(kind.id().apply(each), each));
        records.put(kind, byId);
    }

    private <T> void say(NoticeRule<T> rule, Act act, GatheredNotices gathered) {
        Dossier dossier = dossier(act);
        ActContext moment =
                new ActContext(act.name(), act.entry().role(), act.entry().at(), dossier, work.today(), missions);
        Map<UUID, Object> read = records.getOrDefault(rule.records(), Map.of());
        for (JournalEntry.Item item : act.entry().objects()) {
            Object record = read.get(item.id());
            boolean written = item.hash() != null
                    && item.kind().equals(rule.records().kind().name());
            if (record == null || !written) continue;
            gathered.add(act, dossier, rule.saying().of(rule.records().type().cast(record), moment));
        }
    }
}
