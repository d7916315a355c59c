package org.eportfolio.core.internal.call;

import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.access.Entitled;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.access.Opened;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.image.Previews;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.work.CommitScope;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Preview;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * What every desk works with, and how its calls begin: each asks the gate for one permission over one dossier, one cohort
 * or the organisation, then reads one snapshot or makes one change. Thread-safe.
 *
 * @param session how calls reach the store: each as a commit of its own, or several as one
 */
public record DeskContext(CommitScope session, Gate gate, Catalogue catalogue, Engine engine, Previews previews) {
    /** The organisation's time zone. */
    public ZoneId zone() {
        return engine.clock().getZone();
    }

    /** Keeps a preview of a file that was just kept; {@code null} if there is none. */
    public @Nullable Preview previewOf(Stored file, String mediaType) {
        return previews.keep(file, mediaType, engine.store().contents(), engine.now());
    }

    /** Reads in a dossier. */
    public <T> T read(DossierId dossier, Permission permission, Function<DossierCall, T> call) {
        Objects.requireNonNull(dossier, "dossier");
        return session.read(work -> call.apply(open(dossier, permission, work)));
    }

    /** Writes in a dossier. */
    public <T> T write(DossierId dossier, Permission permission, Function<DossierCall, T> call) {
        Objects.requireNonNull(dossier, "dossier");
        return session.write(DossierKinds.scope(dossier), work -> call.apply(open(dossier, permission, work)));
    }

    /** Writes in a dossier, and gives nothing back. */
    public void run(DossierId dossier, Permission permission, Consumer<DossierCall> call) {
        write(dossier, permission, each -> done(call, each));
    }

    /** Reads what belongs to a cohort. */
    public <T> T read(CohortId cohort, Permission permission, Function<Call, T> call) {
        Objects.requireNonNull(cohort, "cohort");
        return session.read(work -> call.apply(by(gate.cohort(cohort, permission, work), work)));
    }

    /** Writes what belongs to a cohort. */
    public <T> T write(CohortId cohort, Permission permission, Function<Call, T> call) {
        Objects.requireNonNull(cohort, "cohort");
        return session.write(Scope.ORGANISATION, work -> call.apply(by(gate.cohort(cohort, permission, work), work)));
    }

    /** Reads what belongs to the organisation. */
    public <T> T read(Permission permission, Function<Call, T> call) {
        return session.read(work -> call.apply(by(gate.organisation(permission, work), work)));
    }

    /** Writes what belongs to the organisation. */
    public <T> T write(Permission permission, Function<Call, T> call) {
        return session.write(Scope.ORGANISATION, work -> call.apply(by(gate.organisation(permission, work), work)));
    }

    /** Writes what belongs to the organisation, and gives nothing back. */
    public void run(Permission permission, Consumer<Call> call) {
        write(permission, each -> done(call, each));
    }

    /** Asks the gate for a permission over the organisation, for what happens outside any snapshot. */
    public Entitled require(Permission permission) {
        return session.read(work -> gate.organisation(permission, work));
    }

    /** Opens a dossier within a call. */
    public DossierCall open(DossierId dossier, Permission permission, Work work) {
        return in(gate.dossier(dossier, permission, work), work);
    }

    /** A call in a dossier that the gate opened in another way. */
    public DossierCall in(Opened opened, Work work) {
        return new DossierCall(this, work, opened);
    }

    /** A call on the organisation's records that the gate let through in another way. */
    public Call by(Entitled by, Work work) {
        return new Call(this, work, by, Scope.ORGANISATION);
    }

    private static <C> boolean done(Consumer<C> call, C each) {
        call.accept(each);
        return true;
    }
}
