package org.eportfolio.console.command.peer;

import java.util.List;
import org.eportfolio.console.school.Finding;
import org.eportfolio.console.school.Pages;
import org.eportfolio.console.school.Pick;
import org.eportfolio.id.CohortId;
import org.eportfolio.peer.Campaign;
import picocli.CommandLine.Parameters;

/** Which campaign of which class. */
final class CampaignOf {
    @Parameters(index = "0", paramLabel = "COHORT")
    String cohort = "";

    @Parameters(index = "1", paramLabel = "CAMPAIGN")
    String campaign = "";

    Campaign in(Finding finding) {
        return new Pick<>(all(cohort, finding), Campaign::id, Campaign::title, finding.texts()).named(campaign);
    }

    static List<Campaign> all(String cohort, Finding finding) {
        CohortId id = finding.classroom(cohort).id();
        return Pages.all((after, limit) -> finding.desk().campaigns().list(id, after, limit));
    }
}
