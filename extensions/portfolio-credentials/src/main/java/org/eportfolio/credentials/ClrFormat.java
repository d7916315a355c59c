package org.eportfolio.credentials;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.eportfolio.ProgressListener;
import org.eportfolio.badge.BadgeChoice;
import org.eportfolio.badge.IssuedBadge;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.Exporter;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.LossReport;
import org.eportfolio.id.DossierId;

/**
 * {@code clr}: badges that a learner chose, as one signed Comprehensive Learner Record 2.0, with the items of the frameworks
 * that they are about, what these are part of, and what a crosswalk puts beside them. Only the learner can write it, and each badge
 * in it has to be allowed to leave: for a minor, the learner and a representative have consented on record.
 *
 * <p>Takes {@code portfolio-exchange}. Immutable and thread-safe; made for one choice.
 */
public final class ClrFormat implements Exporter {
    static final String NAME = "clr";

    private final BadgeIssuer school;
    private final BadgeChoice chosen;

    /**
     * @param school that signs, with an Ed25519 key
     * @param chosen what stands in it, in this order; nothing else does
     * @throws org.eportfolio.InvalidInputException if the school's key is another
     */
    public ClrFormat(BadgeIssuer school, BadgeChoice chosen) {
        this.school = Objects.requireNonNull(school, "school");
        school.requireForRecords();
        this.chosen = Objects.requireNonNull(chosen, "chosen");
    }

    @Override
    public String format() {
        return NAME;
    }

    @Override
    public Set<Class<? extends Extent>> extents() {
        return Set.of(Extent.OfDossier.class);
    }

    @Override
    public LossReport write(Desk desk, Extent extent, Path to, Locale language, ProgressListener progress)
            throws IOException {
        DossierId dossier = ((Extent.OfDossier) extent).dossier();
        progress.at(0, 1);
        List<IssuedBadge> badges = desk.badges().readyToIssue(dossier, chosen);
        RecordItems items = new RecordItems(desk, language);
        for (IssuedBadge each : badges)
            items.add(each, school.badge(each).achievement().id());
        String name = CredentialMessages.of("record.name", school.name()).in(language);
        Files.write(to, school.sign(name, badges, items.items(), items.links()).getBytes(StandardCharsets.UTF_8));
        progress.at(1, 1);
        // Last, so that the journal names no record as having left that could not be made.
        desk.badges().issueAll(dossier, chosen);
        return new LossReport(NAME, items.losses());
    }
}
