package org.eportfolio.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.junit.jupiter.api.BeforeEach;

/** What the examples of the guide speak of, under the names that the guide gives it. */
@SuppressWarnings("NullAway.Init")
abstract class GuideStory extends Story {
    Portfolio portfolio;
    Desk head;
    Desk teacher;
    Desk emma;
    Desk malo;
    DossierId dossier;
    AdoptionId sno;
    CohortId cohort;
    Production map;
    Path file;
    LocalDate march;

    @BeforeEach
    void the_guide_begins() throws IOException {
        portfolio = school.portfolio;
        head = school.head;
        teacher = school.durand;
        emma = school.emma;
        malo = school.malo;
        dossier = school.dossier;
        sno = school.sno;
        cohort = school.cohort;
        map = school.mindMap();
        file = Files.writeString(folder.resolve("carte.txt"), "Mercanet, PayPal, Stripe");
        march = LocalDate.of(2027, 3, 1);
    }
}
