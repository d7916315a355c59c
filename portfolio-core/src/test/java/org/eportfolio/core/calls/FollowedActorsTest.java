package org.eportfolio.core.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.school.Members.learners;

import java.util.List;
import java.util.stream.IntStream;
import org.eportfolio.access.HostService;
import org.eportfolio.access.Permission;
import org.eportfolio.core.Desk;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.id.DossierId;
import org.eportfolio.journal.Cursor;
import org.eportfolio.journal.JournalEntry;
import org.junit.jupiter.api.Test;

/** Who acted is found by a few readings, however many acted. */
class FollowedActorsTest {
    private static final HostService NAMING =
            HostService.named("naming", "Dit qui a agi").may(Permission.READ_JOURNAL, Permission.NAME_ACTORS);

    private static int lookUps(int size) {
        CountingStore counted = new CountingStore();
        try (VosReves school = VosReves.over(counted, options -> options.service(NAMING))) {
            List<String> names =
                    IntStream.range(0, size).mapToObj(each -> "learner-" + each).toList();
            school.head.cohorts().enrol(VosReves.CLASS, learners(names.toArray(String[]::new)));
            Cursor before = school.head.changes().after(Cursor.START, 1_000).next();
            for (String each : names) {
                DossierId dossier = school.as(each).dossiers().open(school.sno);
                school.as(each)
                        .productions()
                        .add(dossier, NewProduction.titled("Affiche").showing("C3.1"));
            }
            List<JournalEntry> entries =
                    school.head.changes().after(before, 1_000).entries();
            Desk naming = school.portfolio.asService("naming");
            int already = counted.lookUps();
            assertThat(naming.changes().actors(entries)).hasSize(size);
            return counted.lookUps() - already;
        }
    }

    @Test
    void for_two_learners_and_for_sixty() {
        assertThat(lookUps(60)).isEqualTo(lookUps(2)).isBetween(1, 12);
    }
}
