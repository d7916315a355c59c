package org.eportfolio.core.internal.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.access.Permission;
import org.eportfolio.assessment.FormerImport;
import org.eportfolio.assessment.FormerLevel;
import org.eportfolio.assessment.NewFormerLevels;
import org.eportfolio.assessment.TakenLevels;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.kind.AssessmentKinds;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Item;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.FormerImportId;
import org.eportfolio.id.FormerLevelId;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/** Takes levels from a sheet in, within a call: a number of readings that does not grow with the sheet. */
public final class FormerLevels {
    private final NewFormerLevels given;
    private final Call call;
    private final FormerImportId batch;
    private final Map<PersonId, List<Dossier>> dossiers;
    private final Map<AdoptionId, Set<Code>> codes = new HashMap<>();
    private final List<InvalidInputException.Violation> wrong = new ArrayList<>();

    public FormerLevels(NewFormerLevels given, Call call) {
        this.given = given;
        this.call = call;
        this.batch = new FormerImportId(call.newId());
        Set<PersonId> learners =
                given.levels().stream().map(NewFormerLevels.Given::learner).collect(Collectors.toSet());
        List<Dossier> own = call.work()
                .whereAny(
                        DossierKinds.DOSSIER,
                        learners.stream().map(DossierKinds::dossiersOf).toList());
        dossiers = call.many(List.of()).required(own, Permission.IMPORT_LEVELS).stream()
                .collect(Collectors.groupingBy(Dossier::learner));
    }

    /**
     * Puts what is not here yet.
     *
     * @throws InvalidInputException with all lines that do not hold
     */
    public TakenLevels taken() {
        List<FormerLevel> levels = new ArrayList<>();
        for (int i = 0; i < given.levels().size(); i++) {
            FormerLevel level = level(given.levels().get(i), "levels[" + i + "]");
            if (level != null) levels.add(level);
        }
        if (!wrong.isEmpty()) throw new InvalidInputException(wrong);
        List<FormerLevel> added = notHereYet(levels);
        int same = levels.size() - added.size();
        if (added.isEmpty()) return new TakenLevels(null, 0, same, 0);
        added.forEach(each -> call.put(AssessmentKinds.FORMER_LEVEL, each));
        int learners = (int) added.stream().map(FormerLevel::dossier).distinct().count();
        FormerImport made =
                new FormerImport(batch, given.source(), added.size(), learners, call.person(), call.now(), null, 1);
        call.put(AssessmentKinds.FORMER_IMPORT, made);
        return new TakenLevels(made, added.size(), same, learners);
    }

    private @Nullable FormerLevel level(NewFormerLevels.Given one, String path) {
        int before = wrong.size();
        Code code = one.competency();
        if (code == null && one.wording().isBlank()) refuse(path + ".wording", "former.of-nothing");
        if (one.on().isAfter(call.today())) refuse(path + ".on", "former.to-come", one.on());
        List<Dossier> own = dossiers.getOrDefault(one.learner(), List.of());
        if (own.isEmpty()) refuse(path + ".learner", "former.no-dossier", one.learner());
        Optional<Place> place = own.isEmpty() ? Optional.empty() : place(own, code);
        if (!own.isEmpty() && place.isEmpty()) refuse(path + ".competency", "former.code", String.valueOf(code));
        if (wrong.size() > before || place.isEmpty()) return null;
        return new FormerLevel(
                new FormerLevelId(call.newId()),
                place.get().dossier(),
                batch,
                code,
                place.get().adoption(),
                one.wording(),
                one.level(),
                one.on(),
                one.source() == null ? given.source() : one.source(),
                one.author(),
                call.now());
    }

    private void refuse(String path, String key, Object... arguments) {
        wrong.add(new InvalidInputException.Violation(path, Message.of(key, arguments)));
    }

    /** @param adoption under which the code stands; {@code null} without a code */
    private record Place(DossierId dossier, @Nullable AdoptionId adoption) {}

    /** The first of the learner's dossiers that is under such a code; without one, the first. */
    private Optional<Place> place(List<Dossier> own, @Nullable Code code) {
        if (code == null) return Optional.of(new Place(own.get(0).id(), null));
        return own.stream()
                .flatMap(dossier -> dossier.adoptions()
                        .filter(each -> codes(each).contains(code))
                        .map(each -> new Place(dossier.id(), each)))
                .findFirst();
    }

    private Set<Code> codes(AdoptionId adoption) {
        Set<Code> known = codes.get(adoption);
        if (known != null) return known;
        Set<Code> all = call.catalogue()
                .adopted(adoption, call.work())
                .framework()
                .items()
                .map(Item::code)
                .collect(Collectors.toCollection(HashSet::new));
        codes.put(adoption, all);
        return all;
    }

    private List<FormerLevel> notHereYet(List<FormerLevel> levels) {
        Map<DossierId, List<FormerLevel>> here = call
                .work()
                .among(
                        AssessmentKinds.FORMER_LEVEL,
                        levels.stream()
                                .map(each -> DossierKinds.scope(each.dossier()))
                                .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.groupingBy(
                        FormerLevel::dossier, HashMap::new, Collectors.toCollection(ArrayList::new)));
        List<FormerLevel> added = new ArrayList<>();
        for (FormerLevel each : levels) {
            List<FormerLevel> there = here.computeIfAbsent(each.dossier(), none -> new ArrayList<>());
            if (there.stream().anyMatch(each::saysTheSameAs)) continue;
            there.add(each);
            added.add(each);
        }
        return added;
    }
}
