package org.eportfolio.console.command.peer;

import java.util.List;
import org.eportfolio.Page;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.Selector;
import org.eportfolio.id.CohortId;
import org.eportfolio.peer.Campaign;
import picocli.CommandLine.Parameters;

/** Which campaign of which class. */
final class CampaignArguments {
    @Parameters(index = "0", paramLabel = "COHORT")
    String cohort = "";

    @Parameters(index = "1", paramLabel = "CAMPAIGN")
    String campaign = "";

    Campaign in(Lookup lookup) {
        return new Selector<>(all(cohort, lookup), Campaign::id, Campaign::title, lookup.texts()).named(campaign);
    }

    static List<Campaign> all(String cohort, Lookup lookup) {
        CohortId id = lookup.classroom(cohort).id();
        return Page.all(next -> lookup.desk().campaigns().list(id, next));
    }
}
