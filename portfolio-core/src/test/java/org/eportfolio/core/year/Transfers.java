package org.eportfolio.core.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eportfolio.PortfolioException;
import org.eportfolio.archive.Arrival;
import org.eportfolio.assessment.Matrix;
import org.eportfolio.core.KeptArchive;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;

/** Dossiers that go from one school to the other by archive, and archives of before that come back. */
final class Transfers {
    private static final int MOST_KEPT = 6;

    private record Kept(SchoolYear from, KeptArchive archive) {}

    private final List<Kept> kept = new ArrayList<>();

    /** A learner's dossiers go along, become history there, and count nowhere. */
    String transfer(SchoolYear from, SchoolYear to, Random dice) throws IOException {
        List<PersonId> pupils = new ArrayList<>(from.pupils.keySet());
        if (pupils.isEmpty()) return "nobody";
        PersonId pupil = pupils.get(dice.nextInt(pupils.size()));
        List<DossierId> dossiers = new ArrayList<>(List.of(from.pupils.get(pupil)));
        from.head.dossiers().earlier(pupil).stream().map(Arrival::dossier).forEach(dossiers::add);
        StringBuilder said = new StringBuilder(pupil + " from " + from.name + " to " + to.name);
        for (DossierId each : dossiers) {
            KeptArchive archive = new KeptArchive();
            from.head.archives().dossier(each, archive);
            keep(new Kept(from, archive));
            said.append(", ").append(imported(archive, to));
        }
        String cohort = new ArrayList<>(to.cohorts.keySet()).get(dice.nextInt(to.cohorts.size()));
        if (dice.nextInt(3) > 0) Office.comes(to, to.now(from.first(pupil)), cohort);
        return said.toString();
    }

    private void keep(Kept archive) {
        kept.add(archive);
        if (kept.size() > MOST_KEPT) kept.remove(0);
    }

    /** What an archive of a whole class or of a learner would bring back later. */
    void keepOne(SchoolYear of, Random dice) throws IOException {
        KeptArchive archive = new KeptArchive();
        if (dice.nextBoolean()) {
            of.head
                    .archives()
                    .cohort(new ArrayList<>(of.cohorts.values()).get(dice.nextInt(of.cohorts.size())), archive);
        } else {
            of.head.archives().organisation(archive);
        }
        keep(new Kept(of, archive));
    }

    /** An archive of before comes back to the school that made it. */
    String comesBack(Random dice) throws IOException {
        if (kept.isEmpty()) return "none is kept";
        Kept one = kept.get(dice.nextInt(kept.size()));
        return "to " + one.from().name + ", " + imported(one.archive(), one.from());
    }

    private static String imported(KeptArchive archive, SchoolYear to) throws IOException {
        List<List<Matrix.Line>> before = matrices(to);
        try {
            var brought = to.head.archives().importFrom(archive);
            return "imported, " + brought.remarks().size() + " remarks";
        } catch (PortfolioException refused) {
            return "refused: " + refused.reason().key();
        } finally {
            assertThat(matrices(to)).as("history counts nowhere").isEqualTo(before);
        }
    }

    private static List<List<Matrix.Line>> matrices(SchoolYear school) {
        return school.cohorts.values().stream()
                .map(each -> school.as(SchoolYear.READER)
                        .progress()
                        .matrix(each, school.adoption)
                        .lines())
                .toList();
    }
}
