package org.eportfolio.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Where the pieces of one content stand.
 *
 * @param key what they are encrypted under, in the table {@code piece}; {@code null} for pieces as they came, in {@code chunk}, where
 *     versions before 7 wrote them
 */
record Place(UUID id, @Nullable FileKey key) {
    /** A query's columns {@code id, key}, the second empty where there is none. */
    static Place of(ResultSet row) throws SQLException {
        byte[] key = row.getBytes(2);
        return new Place(row.getObject(1, UUID.class), key == null ? null : new FileKey(key));
    }

    /** A new one, under a key that stands in the database from now on. */
    static Place underKey(Handle handle, UUID school, UUID id) {
        FileKey key = FileKey.fresh();
        handle.createUpdate("INSERT INTO portfolio.content_key (school, content, key) VALUES (?, ?, ?)")
                .bind(0, school)
                .bind(1, id)
                .bind(2, key.bytes())
                .execute();
        return new Place(id, key);
    }

    /** The name of the table. */
    String table() {
        return key == null ? "chunk" : "piece";
    }

    void put(Handle handle, UUID school, long number, byte[] piece) {
        handle.createUpdate(
                        "INSERT INTO portfolio." + table() + " (school, content, number, bytes) VALUES (?, ?, ?, ?)")
                .bind(0, school)
                .bind(1, id)
                .bind(2, number)
                .bind(3, key == null ? piece : key.encrypted(number, piece))
                .execute();
    }

    /** A piece of what the database has for it. */
    byte[] opened(long number, byte[] bytes) {
        return key == null ? bytes : key.decrypted(number, bytes);
    }

    /** What is left of a file without its key says nothing. */
    static void forgetKey(Handle handle, UUID school, UUID id) {
        handle.createUpdate("DELETE FROM portfolio.content_key WHERE school = ? AND content = ?")
                .bind(0, school)
                .bind(1, id)
                .execute();
    }
}
