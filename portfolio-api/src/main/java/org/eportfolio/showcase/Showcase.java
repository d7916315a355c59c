package org.eportfolio.showcase;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ShowcaseId;

/**
 * What a learner chose to show of their dossier (<em>vitrine</em>). The learner alone curates it. While it is a draft
 * no one else sees it and no link to it opens; once published, the team sees it and it can be shared. It freezes nothing:
 * showing is not citing, and what is shown no longer stays cited where it was cited.
 * Methods named {@code with…} and {@code as…} give a changed copy; nothing is stored.
 *
 * @param owner the learner
 * @param narrative the learner's story; possibly empty
 * @param exhibits in the order shown, each production and each recording once
 * @param published whether others see it
 * @param changedAt when it last changed
 * @param revision grows by one with each change
 */
public record Showcase(
        ShowcaseId id,
        DossierId dossier,
        PersonId owner,
        String title,
        String narrative,
        List<Exhibit> exhibits,
        boolean published,
        Instant changedAt,
        int revision) {
    public Showcase {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(narrative, "narrative");
        Objects.requireNonNull(changedAt, "changedAt");
        exhibits = List.copyOf(exhibits);
        Set<Object> shown = new HashSet<>();
        for (Exhibit each : exhibits) {
            if (each instanceof Exhibit.OfProduction of) {
                InvalidInputException.unless(
                        shown.add(of.production()), "exhibits", "showcase.production-twice", of.production());
            } else if (each instanceof Exhibit.Spoken of) {
                InvalidInputException.unless(
                        shown.add(of.recording()), "exhibits", "showcase.recording-twice", of.recording());
            }
        }
    }

    /** The showcase with this content; it stays draft or published as it was. */
    public Showcase withContent(NewShowcase content, Instant at) {
        return new Showcase(
                id,
                dossier,
                owner,
                content.title(),
                content.narrative(),
                content.exhibits(),
                published,
                at,
                revision + 1);
    }

    /** The showcase for others to see; one that shows nothing has nothing to publish. */
    public Showcase asPublished(Instant at) {
        if (exhibits.isEmpty() && narrative.isBlank()) throw ConflictException.state("showcase.empty", title);
        return seen(true, at);
    }

    /** The showcase as a draft again; links to it open nothing meanwhile. */
    public Showcase asDraft(Instant at) {
        return seen(false, at);
    }

    private Showcase seen(boolean byOthers, Instant at) {
        if (published == byOthers) return this;
        return new Showcase(id, dossier, owner, title, narrative, exhibits, byOthers, at, revision + 1);
    }
}
