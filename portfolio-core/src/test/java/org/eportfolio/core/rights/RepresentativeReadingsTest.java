package org.eportfolio.core.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eportfolio.PortfolioException;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.calls.CountingStore;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.dossier.NewGroup;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.junit.jupiter.api.Test;

/** Until when a representative's role lasts is looked up once for each question, however many dossiers it is about. */
class RepresentativeReadingsTest {
    private static final int OF_THE_MAJORITY = 1;

    private final CountingStore store = new CountingStore();
    private final VosReves school = VosReves.over(store);

    private int lookUps(String person, GroupProduction group) {
        int before = store.lookUps();
        try {
            school.as(person).productions().get(school.dossier, group.production());
        } catch (PortfolioException refused) {
            // The question is asked all the same.
        }
        return store.lookUps() - before;
    }

    @Test
    void what_was_made_together_asks_once_whose_representative_it_is() {
        GroupProduction group = school.emma
                .groups()
                .start(
                        school.dossier,
                        NewGroup.of(NewProduction.titled("Site")).with("malo").with("lina"));
        school.malo.groups().accept(group.id(), school.malos);
        school.head.grants().give(NewGrant.of("mere", Role.REPRESENTATIVE).over(school.malos));
        school.head.grants().give(NewGrant.of("tutrice", Role.TUTOR).over(school.malos));

        for (String person : List.of("mere", "tutrice"))
            lookUps(person, group); // memberships and dossiers are remembered
        int tutor = lookUps("tutrice", group);
        assertThat(lookUps("mere", group)).isPositive().isLessThanOrEqualTo(tutor + OF_THE_MAJORITY);
    }
}
