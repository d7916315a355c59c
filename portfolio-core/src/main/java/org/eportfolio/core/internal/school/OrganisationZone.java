package org.eportfolio.core.internal.school;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.eportfolio.Message;
import org.eportfolio.PortfolioException;
import org.eportfolio.core.internal.kind.Founding;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The zone in which days are read: the one that the store keeps, whatever the host's clock says. It is kept with the
 * founding of the organisation; a store that has none yet is given the host's.
 *
 * @param keeping whether the store keeps it already
 * @param warnings what the host should know of it
 */
public record OrganisationZone(ZoneId zone, Keeping keeping, List<Message> warnings) {
    /** What is to be done about the zone in the store. */
    public enum Keeping {
        /** Nothing: it is there, or the organisation is not founded yet. */
        KEPT,
        /** An earlier version made the store, which has none. */
        FIRST,
        /** The host states one, in place of the one that may be there. */
        STATED_ANEW
    }

    private static final Logger LOG = LoggerFactory.getLogger(OrganisationZone.class);

    /** @param stated by the host in place of the one kept; {@code null} to keep it */
    public static OrganisationZone of(PortfolioStore store, Clock host, @Nullable ZoneId stated) {
        Optional<Founding> founding = read(store);
        String kept = founding.map(Founding::zone).orElse(null);
        if (stated != null) return new OrganisationZone(stated, Keeping.STATED_ANEW, List.of());
        if (kept == null)
            return new OrganisationZone(host.getZone(), founding.isPresent() ? Keeping.FIRST : Keeping.KEPT, List.of());
        OrganisationZone found = of(kept, host.getZone());
        found.warnings().forEach(each -> LOG.warn("{}", each));
        return found;
    }

    private static OrganisationZone of(String kept, ZoneId host) {
        try {
            ZoneId zone = ZoneId.of(kept);
            boolean same = zone.equals(host);
            return new OrganisationZone(
                    zone, Keeping.KEPT, same ? List.of() : List.of(Message.of("zone.differs", zone, host)));
        } catch (DateTimeException e) {
            return new OrganisationZone(host, Keeping.KEPT, List.of(Message.of("zone.unknown", kept)));
        }
    }

    /** What cannot be read here is the journal's to name, and must not keep it from being opened. */
    private static Optional<Founding> read(PortfolioStore store) {
        try {
            return store.read(view -> view.find(Scope.ORGANISATION, SchoolKinds.FOUNDING.kind(), Founding.ID))
                    .map(row -> Work.json().record(row.json(), Founding.class, SchoolKinds.FOUNDING.upgrades()));
        } catch (PortfolioException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The host's clock, read in this zone. */
    public Clock clock(Clock host) {
        return host.getZone().equals(zone) ? host : new InZone(host, zone);
    }

    /** Keeps it in the store, if it is to be kept and the organisation is founded. */
    public void keep(Engine engine) {
        if (keeping == Keeping.KEPT) return;
        engine.write(Scope.ORGANISATION, work -> {
            Optional<Founding> founding = founding(work);
            if (founding.isEmpty() || zone.getId().equals(founding.get().zone())) return true;
            work.put(SchoolKinds.FOUNDING, founding.get().in(zone));
            work.journal("organisation.zone-stated", null, null);
            return true;
        });
    }

    private static Optional<Founding> founding(Work work) {
        return work.list(SchoolKinds.FOUNDING, Scope.ORGANISATION).stream().findFirst();
    }

    private static final class InZone extends Clock {
        private final Clock time;
        private final ZoneId zone;

        InZone(Clock time, ZoneId zone) {
            this.time = time;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new InZone(time, other);
        }

        @Override
        public Instant instant() {
            return time.instant();
        }

        @Override
        public long millis() {
            return time.millis();
        }
    }
}
