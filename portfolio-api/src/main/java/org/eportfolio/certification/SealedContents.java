package org.eportfolio.certification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.spi.Hash;

/**
 * The content list of a sealed file. Written as {@code sha256sum} writes: a line for each piece, its SHA-256 in
 * hexadecimal, two spaces, its path. The root hash is the SHA-256 of that list.
 *
 * @param pieces in the order of the list, each path once
 */
public record SealedContents(List<SealedPiece> pieces) {
    public SealedContents {
        pieces = List.copyOf(pieces);
        Set<String> paths = new HashSet<>();
        for (SealedPiece each : pieces) {
            if (!paths.add(each.path())) throw new IllegalArgumentException("twice in a sealed file: " + each.path());
        }
    }

    /** The list as it stands in the file: UTF-8, each line ended by a line feed. */
    public byte[] list() {
        return pieces.stream()
                .map(each -> line(each.content().sha256(), each.path()))
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The one hash that stands for all. */
    public Hash root() {
        return sha256(list());
    }

    static String line(Hash hash, String path) {
        return hash + "  " + path + "\n";
    }

    static Hash sha256(byte[] bytes) {
        return Hash.of(digest().digest(bytes));
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
