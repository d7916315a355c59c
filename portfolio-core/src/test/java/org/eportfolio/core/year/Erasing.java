package org.eportfolio.core.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.SealId;
import org.eportfolio.privacy.ErasureOutcome;
import org.eportfolio.privacy.ErasurePlan;
import org.eportfolio.privacy.ErasureReceipt;
import org.eportfolio.privacy.PlannedRecord;
import org.eportfolio.spi.Row;

/** Erasures, and what they leave: exactly what the plan lists as kept, in rows, files and bytes. */
final class Erasing {
    private static final Pattern HASH = Pattern.compile("\"sha256\":\"([0-9a-f]{64})\"");

    private Erasing() {}

    /** @param elsewhere the other school, which may know the person too and say so in what it hands out later */
    static void erase(String what, SchoolYear school, SchoolYear elsewhere, PersonId person, Random dice) {
        var privacy = school.head.privacy();
        ErasurePlan plan = privacy.planErasure(person);
        while (!plan.undecided().isEmpty()) {
            SealId seal = plan.undecided().get(0);
            plan = dice.nextBoolean() ? privacy.keepSeal(plan, seal, "Recours") : privacy.dropSeal(plan, seal, "Motif");
        }
        Rows rows = Rows.of(school);
        Map<Integer, Row> kept = rows.kept(plan);
        Set<Integer> anonymous = rows.anonymous(plan);
        Set<Integer> before = of(person, SchoolYear.found(school.store, school.folder), school)
                .keySet();
        ErasureReceipt receipt = privacy.erase(plan);
        school.marks.renamed(person, receipt.pseudonym());
        Map<Integer, String> after = of(person, SchoolYear.found(school.store, school.folder), school);

        assertThat(receipt.complete()).as(what + ": the receipt is complete").isTrue();
        Map<Integer, String> unlisted = new TreeMap<>(after);
        unlisted.keySet().removeAll(kept.keySet());
        unlisted.keySet().removeAll(anonymous);
        assertThat(unlisted)
                .as("%s: after the erasure of %s, found and not listed as kept", what, person)
                .isEmpty();
        Map<Integer, Row> missing = new TreeMap<>(kept);
        missing.keySet().removeAll(after.keySet());
        assertThat(missing)
                .as("%s: after the erasure of %s, listed as kept and not there", what, person)
                .isEmpty();
        Set<Integer> gone = new TreeSet<>(before);
        gone.removeAll(after.keySet());
        school.marks.numbers(person).forEach((id, mark) -> {
            if (elsewhere.ever.contains(id)) gone.remove(mark);
        });
        // What the other school holds of the person is its own, and may come again with a dossier that it hands out.
        gone.removeAll(SchoolYear.found(elsewhere.store, elsewhere.folder).keySet());
        school.gone.addAll(gone);
        school.first.remove(person);
        DossierId dossier = school.pupils.remove(person);
        if (dossier != null) school.made.forget(dossier);
        school.teachers.remove(person);
    }

    private static Map<Integer, String> of(PersonId person, Map<Integer, String> found, SchoolYear school) {
        Map<Integer, String> theirs = new TreeMap<>(found);
        theirs.keySet().removeIf(each -> !school.marks.speaksOf(each, person));
        return theirs;
    }

    private record Name(UUID scope, String kind, UUID id) {
        static Name of(PlannedRecord planned) {
            return new Name(planned.scope(), planned.kind(), planned.id());
        }
    }

    /** What a school keeps before an erasure, and the marks in it. */
    private record Rows(SchoolYear school, Map<Name, Row> rows, Map<String, Set<Integer>> contents) {
        static Rows of(SchoolYear school) {
            Map<Name, Row> rows = new HashMap<>();
            SchoolYear.rows(school.store)
                    .forEach(each ->
                            rows.put(new Name(each.scope().id(), each.kind().name(), each.id()), each));
            return new Rows(school, rows, SchoolYear.inContents(school.store));
        }

        private Set<Integer> marks(Row row) {
            Set<Integer> marks = Marks.in(row.body());
            Matcher files = HASH.matcher(row.body());
            while (files.find()) marks.addAll(contents.getOrDefault(files.group(1), Set.of()));
            return marks;
        }

        /** The person's marks in what the plan does not delete, and in which record. */
        Map<Integer, Row> kept(ErasurePlan plan) {
            Map<Integer, Row> kept = new TreeMap<>();
            for (PlannedRecord each : plan.records()) {
                if (each.outcome() == ErasureOutcome.DELETE) continue;
                Row row = rows.get(Name.of(each));
                for (int mark : marks(row)) {
                    boolean renamed = each.outcome() == ErasureOutcome.PSEUDONYMISE
                            && (school.marks.numbers(plan.person()).containsValue(mark) || school.marks.goesWith(mark));
                    if (school.marks.speaksOf(mark, plan.person()) && !renamed) kept.put(mark, row);
                }
            }
            return kept;
        }

        /** The marks in what an earlier erasure of the person left without their name, which no later plan can find. */
        Set<Integer> anonymous(ErasurePlan plan) {
            Map<Name, Row> unplanned = new HashMap<>(rows);
            plan.records().forEach(each -> unplanned.remove(Name.of(each)));
            Set<Integer> anonymous = new TreeSet<>();
            for (Row each : unplanned.values()) {
                if (school.marks.anonymous(plan.person(), each.body())) anonymous.addAll(marks(each));
            }
            return anonymous;
        }
    }
}
