package org.eportfolio.reflection;

import java.util.Objects;
import java.util.UUID;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.MissionReportId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.id.ReflectionId;

/** What a prompt or a feedback is about: something of a learner's that the team can see. */
public sealed interface Subject {
    /** Where it lives. */
    DossierId dossier();

    /** The id of the thing itself. */
    UUID value();

    /** A production. */
    record OfProduction(DossierId dossier, ProductionId production) implements Subject {
        public OfProduction {
            Objects.requireNonNull(dossier, "dossier");
            Objects.requireNonNull(production, "production");
        }

        @Override
        public UUID value() {
            return production.value();
        }
    }

    /** A shared reflection. */
    record OfReflection(DossierId dossier, ReflectionId reflection) implements Subject {
        public OfReflection {
            Objects.requireNonNull(dossier, "dossier");
            Objects.requireNonNull(reflection, "reflection");
        }

        @Override
        public UUID value() {
            return reflection.value();
        }
    }

    /** A shared report of a mission. */
    record OfReport(DossierId dossier, MissionReportId report) implements Subject {
        public OfReport {
            Objects.requireNonNull(dossier, "dossier");
            Objects.requireNonNull(report, "report");
        }

        @Override
        public UUID value() {
            return report.value();
        }
    }

    static Subject of(Production production) {
        return new OfProduction(production.dossier(), production.id());
    }

    static Subject of(Reflection reflection) {
        return new OfReflection(reflection.dossier(), reflection.id());
    }

    static Subject of(MissionReport report) {
        return new OfReport(report.dossier(), report.id());
    }
}
