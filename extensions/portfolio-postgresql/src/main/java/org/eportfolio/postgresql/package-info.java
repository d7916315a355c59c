/**
 * The store for platforms: any number of schools in shared tables of one PostgreSQL database, reached through
 * {@link org.eportfolio.postgresql.PostgresSchools}.
 *
 * <p>Everything lies in the schema {@code portfolio}. The tables are not API.
 */
@NullMarked
package org.eportfolio.postgresql;

import org.jspecify.annotations.NullMarked;
