package org.eportfolio.spring;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a host sets under {@code portfolio}.
 *
 * @param store where schools are kept
 * @param path the file of the one school, made if it is not there; with SQLite alone
 * @param folder the folder of many schools, a file each, in place of {@code path}; with SQLite alone
 * @param school the id of the one school, which each request is about unless the host has a {@link SchoolResolver}; over
 *     PostgreSQL a UUID, and a school is made of it if there is none; {@code null} where there are many
 * @param migrate whether the tables are made, and brought up to date, at each start; with PostgreSQL alone, where several
 *     processes start at a time a step of the deployment does it better
 * @param zone the school's time zone, in which days are read; {@code null} for the machine's
 * @param readingsKept for how many months it is kept who read a dossier, 6 to 12; 0 keeps nothing of it
 * @param mostOpen how many schools are open at a time
 * @param idleFor after which time without use a school is closed
 * @param checkPurpose for what an operator looks through a school, in the controller's words, which stand in the register; with
 *     it there is the actuator's endpoint {@code portfolio}
 * @param patience how long a request waits for a place when as many are in use as may be open
 */
@ConfigurationProperties("portfolio")
public record PortfolioProperties(
        @DefaultValue("sqlite") Store store,
        @Nullable Path path,
        @Nullable Path folder,
        @Nullable String school,
        @DefaultValue("false") boolean migrate,
        @Nullable ZoneId zone,
        @DefaultValue("0") int readingsKept,
        @Nullable String checkPurpose,
        @DefaultValue("200") int mostOpen,
        @DefaultValue("10m") Duration idleFor,
        @DefaultValue("10s") Duration patience) {
    /** The id of a single school that the host did not name. */
    static final String THE_SCHOOL = "school";

    /** Where schools are kept. */
    public enum Store {
        /** In files, with {@code portfolio-sqlite}. */
        SQLITE,
        /** In the database of the host's {@code DataSource}, with {@code portfolio-postgresql}. */
        POSTGRESQL,
        /** In memory, and gone with the process: for tests. */
        MEMORY
    }

    /** The one school that requests are about; empty where there are many. */
    Optional<String> theSchool() {
        if (school != null) return Optional.of(school);
        boolean single = store == Store.MEMORY || (store == Store.SQLITE && path != null);
        return single ? Optional.of(THE_SCHOOL) : Optional.empty();
    }
}
