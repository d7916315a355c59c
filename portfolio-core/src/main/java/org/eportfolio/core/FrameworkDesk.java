package org.eportfolio.core;

import static org.eportfolio.access.Permission.ADOPT_FRAMEWORK;
import static org.eportfolio.access.Permission.PUBLISH_FRAMEWORK;
import static org.eportfolio.access.Permission.READ_FRAMEWORKS;
import static org.eportfolio.core.internal.kind.FrameworkKinds.CROSSWALK;
import static org.eportfolio.core.internal.kind.FrameworkKinds.FRAMEWORK;
import static org.eportfolio.core.internal.kind.FrameworkKinds.ORIGINAL;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.assessment.LevelPolicy;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.framework.FrameworkAdoption;
import org.eportfolio.core.internal.history.Arrivals;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.FrameworkKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.AdoptionNames;
import org.eportfolio.framework.Crosswalk;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.framework.Original;
import org.eportfolio.framework.Scale;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.spi.Scope;

/** Frameworks: published once for ever, adopted with a scale and a level policy. Thread-safe. */
public final class FrameworkDesk {
    private final DeskContext desk;

    FrameworkDesk(DeskContext desk) {
        this.desk = desk;
    }

    /**
     * Publishes a framework version. Publishing the same content again does nothing; other content under the same
     * identity is a {@link ConflictException}: a new version needs a new identity.
     */
    public FrameworkId publish(Framework framework) {
        Inputs.requireBounded("framework", framework);
        return desk.write(PUBLISH_FRAMEWORK, call -> {
            new FrameworkAdoption(desk.catalogue(), call.work()).publish(framework);
            call.journal("framework.published");
            return framework.id();
        });
    }

    /**
     * Publishes a framework version that was read from another format, and keeps what it was read from. The first
     * original of a format stays; another of the same format is not looked at.
     */
    public FrameworkId publish(Framework framework, Original original) {
        Inputs.requireBounded("framework", framework);
        return desk.write(PUBLISH_FRAMEWORK, call -> {
            InvalidInputException.unless(
                    original.framework().equals(framework.id()),
                    "framework",
                    "original.framework",
                    original.framework());
            new FrameworkAdoption(desk.catalogue(), call.work()).publish(framework);
            if (original(framework.id(), original.format(), call.work()).isEmpty()) call.put(ORIGINAL, original);
            call.journal("framework.published");
            return framework.id();
        });
    }

    /** Publishes a framework that ships, and the crosswalks and successions that ship to those published already. */
    public FrameworkId publish(BundledFrameworks bundled) {
        return desk.write(PUBLISH_FRAMEWORK, call -> {
            FrameworkId published =
                    new FrameworkAdoption(desk.catalogue(), call.work()).publishShipped(bundled.framework());
            call.journal("framework.published");
            return published;
        });
    }

    /**
     * Publishes a crosswalk between two published framework versions; every code in it must exist. Publishing the same
     * content again does nothing; other content between the same two is a {@link ConflictException}.
     */
    public void publish(Crosswalk crosswalk) {
        Inputs.requireBounded("crosswalk", crosswalk);
        desk.run(PUBLISH_FRAMEWORK, call -> {
            new FrameworkAdoption(desk.catalogue(), call.work()).publish(crosswalk);
            call.journal("crosswalk.published");
        });
    }

    /**
     * A page of all published versions, in an order of its own that does not change.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<Framework> list(PageRequest request) {
        return desk.read(READ_FRAMEWORKS, call -> call.page(FRAMEWORK, request));
    }

    /** One published version. */
    public Framework get(FrameworkId id) {
        Objects.requireNonNull(id, "id");
        return desk.read(READ_FRAMEWORKS, call -> desk.catalogue().framework(id, call.work()));
    }

    /** What a published version was read from; empty when it came in no such format. */
    public Optional<Original> original(FrameworkId framework, String format) {
        Objects.requireNonNull(framework, "framework");
        Inputs.requireBounded("format", format);
        return desk.read(READ_FRAMEWORKS, call -> original(framework, format, call.work()));
    }

    private static Optional<Original> original(FrameworkId framework, String format, Work work) {
        return work.find(ORIGINAL, Scope.ORGANISATION, FrameworkKinds.originalId(framework, format));
    }

    /** The crosswalks that start from a version: at most one to each other version. */
    public List<Crosswalk> crosswalks(FrameworkId from) {
        Objects.requireNonNull(from, "from");
        return desk.read(
                READ_FRAMEWORKS,
                call -> call.list(CROSSWALK).stream()
                        .filter(each -> each.from().equals(from))
                        .toList());
    }

    /** The crosswalk between two versions; empty when none was published. */
    public Optional<Crosswalk> crosswalk(FrameworkId from, FrameworkId to) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        return desk.read(READ_FRAMEWORKS, call -> call.find(CROSSWALK, FrameworkKinds.crosswalkId(from, to)));
    }

    /** Publishes and adopts a framework that ships, by the latest teacher positioning. */
    public AdoptionId adopt(BundledFrameworks bundled, Scale scale) {
        return adopt(publish(bundled), scale);
    }

    /** Adopts a published version with a scale; the current level is that of the latest teacher positioning. */
    public AdoptionId adopt(FrameworkId framework, Scale scale) {
        Objects.requireNonNull(framework, "framework");
        return adopt(framework, scale, Catalogue.defaultPolicy());
    }

    /**
     * Adopts a published version with a scale and a level policy. The same three give back the adoption that is there;
     * another scale or policy is another adoption.
     *
     * @param policy one of {@link org.eportfolio.assessment.LevelPolicies}, or one that the host contributed
     */
    public AdoptionId adopt(FrameworkId framework, Scale scale, LevelPolicy policy) {
        Inputs.requireBounded("scale", scale);
        Objects.requireNonNull(framework, "framework");
        return desk.write(ADOPT_FRAMEWORK, call -> {
            AdoptionId adoption = new FrameworkAdoption(desk.catalogue(), call.work())
                    .adopt(framework, scale, policy)
                    .id();
            call.journal("framework.adopted");
            return adoption;
        });
    }

    /**
     * The names that people use for the adoptions. With them a host finds the adoption that a user typed, and lists the
     * choices.
     */
    public AdoptionNames names() {
        return desk.read(READ_FRAMEWORKS, call -> new AdoptionNames(Arrivals.ownAdoptions(call.work()), desk.zone()));
    }

    /** All adoptions, the oldest first: one for each version and scale that the school adopted. */
    public List<Adoption> adoptions() {
        return desk.read(READ_FRAMEWORKS, call -> Arrivals.ownAdoptions(call.work()));
    }
}
