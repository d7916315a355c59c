package org.eportfolio.core;

import java.util.List;
import java.util.Optional;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.access.Permission;
import org.eportfolio.assessment.LevelPolicy;
import org.eportfolio.core.internal.access.Entitled;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.framework.FrameworkAdoption;
import org.eportfolio.core.internal.kind.FrameworkKinds;
import org.eportfolio.core.internal.work.Session;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Crosswalk;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.framework.Original;
import org.eportfolio.framework.Scale;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.spi.Scope;

/** Frameworks: published once for ever, adopted with a scale and a level policy. Thread-safe. */
public final class FrameworkDesk {
    private final Session session;
    private final Gate gate;
    private final Catalogue catalogue;

    FrameworkDesk(Session session, Gate gate, Catalogue catalogue) {
        this.session = session;
        this.gate = gate;
        this.catalogue = catalogue;
    }

    /**
     * Publishes a framework version. Publishing the same content again does nothing; other content under the same
     * identity is a {@link ConflictException}: a new version needs a new identity.
     */
    public FrameworkId publish(Framework framework) {
        return session.write(Scope.ORGANISATION, work -> {
            Entitled head = gate.organisation(Permission.PUBLISH_FRAMEWORK, work);
            new FrameworkAdoption(catalogue, work).publish(framework);
            work.journal("framework.published", head.person(), head.role());
            return framework.id();
        });
    }

    /**
     * Publishes a framework version that was read from another format, and keeps what it was read from. The first
     * original of a format stays; another of the same format is not looked at.
     */
    public FrameworkId publish(Framework framework, Original original) {
        return session.write(Scope.ORGANISATION, work -> {
            Entitled head = gate.organisation(Permission.PUBLISH_FRAMEWORK, work);
            InvalidInputException.unless(
                    original.framework().equals(framework.id()),
                    "framework",
                    "original.framework",
                    original.framework());
            new FrameworkAdoption(catalogue, work).publish(framework);
            if (original(framework.id(), original.format(), work).isEmpty())
                work.put(FrameworkKinds.ORIGINAL, original);
            work.journal("framework.published", head.person(), head.role());
            return framework.id();
        });
    }

    /** Publishes a framework that ships, and the crosswalks and successions that ship to those published already. */
    public FrameworkId publish(BundledFrameworks bundled) {
        return session.write(Scope.ORGANISATION, work -> {
            Entitled head = gate.organisation(Permission.PUBLISH_FRAMEWORK, work);
            FrameworkId published = new FrameworkAdoption(catalogue, work).publishShipped(bundled.framework());
            work.journal("framework.published", head.person(), head.role());
            return published;
        });
    }

    /**
     * Publishes a crosswalk between two published framework versions; every code in it must exist. Publishing the same
     * content again does nothing; other content between the same two is a {@link ConflictException}.
     */
    public void publish(Crosswalk crosswalk) {
        session.write(Scope.ORGANISATION, work -> {
            Entitled head = gate.organisation(Permission.PUBLISH_FRAMEWORK, work);
            new FrameworkAdoption(catalogue, work).publish(crosswalk);
            work.journal("crosswalk.published", head.person(), head.role());
            return true;
        });
    }

    /** All published versions. */
    public List<Framework> list() {
        return session.read(work -> {
            gate.organisation(Permission.READ_FRAMEWORKS, work);
            return work.list(FrameworkKinds.FRAMEWORK, Scope.ORGANISATION);
        });
    }

    /** One published version. */
    public Framework get(FrameworkId id) {
        return session.read(work -> {
            gate.organisation(Permission.READ_FRAMEWORKS, work);
            return catalogue.framework(id, work);
        });
    }

    /** What a published version was read from; empty when it came in no such format. */
    public Optional<Original> original(FrameworkId framework, String format) {
        return session.read(work -> {
            gate.organisation(Permission.READ_FRAMEWORKS, work);
            return original(framework, format, work);
        });
    }

    private static Optional<Original> original(FrameworkId framework, String format, Work work) {
        return work.find(FrameworkKinds.ORIGINAL, Scope.ORGANISATION, FrameworkKinds.originalId(framework, format));
    }

    /** The crosswalks that start from a version. */
    public List<Crosswalk> crosswalks(FrameworkId from) {
        return session.read(work -> {
            gate.organisation(Permission.READ_FRAMEWORKS, work);
            return work.list(FrameworkKinds.CROSSWALK, Scope.ORGANISATION).stream()
                    .filter(each -> each.from().equals(from))
                    .toList();
        });
    }

    /** The crosswalk between two versions; empty when none was published. */
    public Optional<Crosswalk> crosswalk(FrameworkId from, FrameworkId to) {
        return session.read(work -> {
            gate.organisation(Permission.READ_FRAMEWORKS, work);
            return work.find(FrameworkKinds.CROSSWALK, Scope.ORGANISATION, FrameworkKinds.crosswalkId(from, to));
        });
    }

    /** Publishes and adopts a framework that ships, by the latest teacher positioning. */
    public AdoptionId adopt(BundledFrameworks bundled, Scale scale) {
        return adopt(publish(bundled), scale);
    }

    /** Adopts a published version with a scale; the current level is that of the latest teacher positioning. */
    public AdoptionId adopt(FrameworkId framework, Scale scale) {
        return adopt(framework, scale, Catalogue.defaultPolicy());
    }

    /**
     * Adopts a published version with a scale and a level policy. The same three give back the adoption that is there;
     * another scale or policy is another adoption.
     *
     * @param policy one of {@link org.eportfolio.assessment.LevelPolicies}, or one that the host contributed
     */
    public AdoptionId adopt(FrameworkId framework, Scale scale, LevelPolicy policy) {
        return session.write(Scope.ORGANISATION, work -> {
            Entitled head = gate.organisation(Permission.ADOPT_FRAMEWORK, work);
            AdoptionId adoption = new FrameworkAdoption(catalogue, work)
                    .adopt(framework, scale, policy)
                    .id();
            work.journal("framework.adopted", head.person(), head.role());
            return adoption;
        });
    }

    /** All adoptions, the oldest first. */
    public List<Adoption> adoptions() {
        return session.read(work -> {
            gate.organisation(Permission.READ_FRAMEWORKS, work);
            return work.list(FrameworkKinds.ADOPTION, Scope.ORGANISATION);
        });
    }
}
