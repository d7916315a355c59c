/**
 * The embedded store: one organisation in one SQLite file, reached through {@link org.eportfolio.sqlite.SqliteStore}.
 *
 * <p>While a store is open, SQLite keeps two more files beside it ({@code -wal} and {@code -shm}). Copy the file only
 * when the store is closed, or with SQLite's own backup tools. The file's tables are not API; its views are meant for
 * the school's own people.
 */
@NullMarked
package org.eportfolio.sqlite;

import org.jspecify.annotations.NullMarked;
