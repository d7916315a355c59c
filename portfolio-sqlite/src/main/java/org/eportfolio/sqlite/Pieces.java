package org.eportfolio.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eportfolio.spi.Hash;

/**
 * The bytes of files, in pieces. A piece is found by its place, which is the content's key and its number in one. Files of a
 * version before may still lie in a table of their own, in part or whole: of each the first pieces are carried over first.
 */
final class Pieces {
    /** SQL: the content that a place in {@code piece} belongs to. */
    static final String CONTENT = "place >> 24";

    private static final int NUMBERS = 24;
    private static final long AT_A_TIME = 16;

    private Pieces() {}

    private static long place(long content, long number) {
        return (content << NUMBERS) + number;
    }

    static boolean put(Session session, long content, long number, byte[] bytes) throws SQLException {
        PreparedStatement insert = session.prepared("INSERT INTO piece (place, bytes) VALUES (?, ?)");
        insert.setLong(1, place(content, number));
        insert.setBytes(2, bytes);
        return insert.executeUpdate() == 1;
    }

    /**
     * At most so many of a content, from this number on, without a gap; none if the content is gone, and fewer of a file of a
     * version before. One statement, which sees one state of the file without a transaction.
     */
    static List<byte[]> from(Session session, long content, Hash sha256, long number, int most) throws SQLException {
        List<Piece> found = session.all(
                "SELECT place, bytes FROM piece WHERE place >= ? AND place < ?"
                        + " AND EXISTS (SELECT 1 FROM content WHERE key = ? AND sha256 = ?) ORDER BY place",
                Piece::of,
                place(content, number),
                place(content, number + most),
                content,
                sha256.bytes());
        return withoutGap(found, place(content, number));
    }

    /** The same in a transaction, with those that a version before wrote. */
    static List<byte[]> withFormer(Session session, long content, Hash sha256, long number, int most)
            throws SQLException {
        List<byte[]> found = new ArrayList<>(from(session, content, sha256, number, most));
        List<Piece> former = session.all(
                "SELECT number, bytes FROM content_chunk WHERE content = ?1 AND number >= ?2 AND number < ?3"
                        + " AND EXISTS (SELECT 1 FROM content WHERE key = ?1 AND sha256 = ?4) ORDER BY number",
                Piece::of,
                content,
                number + found.size(),
                number + most,
                sha256.bytes());
        found.addAll(withoutGap(former, number + found.size()));
        return found;
    }

    private record Piece(long number, byte[] bytes) {
        static Piece of(ResultSet row) throws SQLException {
            return new Piece(row.getLong(1), row.getBytes(2));
        }
    }

    /** @param first the number that the first one has, unless it is missing */
    private static List<byte[]> withoutGap(List<Piece> pieces, long first) {
        List<byte[]> found = new ArrayList<>();
        for (Piece each : pieces) {
            if (each.number() != first + found.size()) break;
            found.add(each.bytes());
        }
        return found;
    }

    /** Queries that give all of a content's pieces with their numbers, one after the other. */
    static List<PreparedStatement> all(Session session, long content) throws SQLException {
        PreparedStatement pieces =
                session.prepared("SELECT place - ?1, bytes FROM piece WHERE place >= ?1 AND place < ?2 ORDER BY place");
        pieces.setLong(1, place(content, 0));
        pieces.setLong(2, place(content + 1, 0));
        PreparedStatement former =
                session.prepared("SELECT number, bytes FROM content_chunk WHERE content = ? ORDER BY number");
        former.setLong(1, content);
        return List.of(pieces, former);
    }

    /** Takes away some of a content's pieces; false if there were no more. */
    static boolean remove(Session session, long content) throws SQLException {
        PreparedStatement pieces = session.prepared("DELETE FROM piece WHERE place IN"
                + " (SELECT place FROM piece WHERE place >= ? AND place < ? ORDER BY place LIMIT ?)");
        pieces.setLong(1, place(content, 0));
        pieces.setLong(2, place(content + 1, 0));
        pieces.setLong(3, AT_A_TIME);
        if (pieces.executeUpdate() > 0) return true;
        PreparedStatement former = session.prepared("DELETE FROM content_chunk WHERE content = ?1 AND number IN"
                + " (SELECT number FROM content_chunk WHERE content = ?1 ORDER BY number LIMIT ?2)");
        former.setLong(1, content);
        former.setLong(2, AT_A_TIME);
        return former.executeUpdate() > 0;
    }

    /** Carries some pieces of files of a version before over; false if there were no more. */
    static boolean carryOver(Session session) throws SQLException {
        long content = session.number("SELECT min(content) FROM content_chunk");
        if (content == 0) return false;
        PreparedStatement last = session.prepared(
                "SELECT max(number) FROM (SELECT number FROM content_chunk WHERE content = ? ORDER BY number LIMIT ?)");
        last.setLong(1, content);
        last.setLong(2, AT_A_TIME);
        long upTo = Session.firstNumber(last);
        PreparedStatement copy = session.prepared("INSERT INTO piece (place, bytes)"
                + " SELECT (content << " + NUMBERS + ") + number, bytes FROM content_chunk"
                + " WHERE content = ? AND number <= ? ORDER BY number");
        copy.setLong(1, content);
        copy.setLong(2, upTo);
        copy.executeUpdate();
        PreparedStatement delete = session.prepared("DELETE FROM content_chunk WHERE content = ? AND number <= ?");
        delete.setLong(1, content);
        delete.setLong(2, upTo);
        delete.executeUpdate();
        return true;
    }
}
