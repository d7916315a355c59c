package org.eportfolio.core.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Story;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.junit.jupiter.api.BeforeEach;

/** What the examples of the guide speak of, under the names that the guide gives it. */
@SuppressWarnings("NullAway.Init")
public abstract class GuideStory extends Story {
    public Portfolio portfolio;
    public Desk head;
    public Desk teacher;
    public Desk emma;
    public Desk malo;
    public DossierId dossier;
    public AdoptionId sno;
    public CohortId cohort;
    public Production map;
    public Path file;
    public LocalDate march;

    @BeforeEach
    public void the_guide_begins() throws IOException {
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
