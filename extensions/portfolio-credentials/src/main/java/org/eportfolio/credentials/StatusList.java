package org.eportfolio.credentials;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Which credentials of a list are revoked: one bit each, among so many that a reader of the list learns nothing of any
 * one of them (W3C Bitstring Status List 1.0). Immutable and thread-safe.
 */
public final class StatusList {
    /** The fewest places of a list (section 6.1: 16 KB). */
    public static final int FEWEST = 131_072;

    static final String REVOCATION = "revocation";

    /** The most places that are read, in bytes. */
    private static final int LARGEST = 8 << 20;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final BitSet revoked;
    private final int size;

    private StatusList(BitSet revoked, int size) {
        this.revoked = revoked;
        this.size = size;
    }

    /** A list of which nothing is revoked. */
    public static StatusList empty() {
        return new StatusList(new BitSet(), FEWEST);
    }

    /** The same with this place revoked; nothing takes it back. */
    public StatusList revoking(int index) {
        requireWithin(index);
        BitSet next = (BitSet) revoked.clone();
        next.set(index);
        return new StatusList(next, size);
    }

    public boolean isRevoked(int index) {
        requireWithin(index);
        return revoked.get(index);
    }

    /** Whether one of so many bits in a row is set, all of which are within. */
    boolean isSet(int from, int bits) {
        int next = revoked.nextSetBit(from);
        return next >= 0 && next < from + bits;
    }

    /** How many places there are. */
    public int size() {
        return size;
    }

    private void requireWithin(int index) {
        CredentialMessages.unless(index >= 0 && index < size, "index", "credential.index");
    }

    /**
     * A place that is not taken, at random.
     *
     * @param taken those that are
     * @return empty when more than half of the list is taken: begin another one then
     */
    public static OptionalInt freePlace(BitSet taken) {
        if (taken.cardinality() > FEWEST / 2) return OptionalInt.empty();
        int place;
        do place = RANDOM.nextInt(FEWEST);
        while (taken.get(place));
        return OptionalInt.of(place);
    }

    /**
     * The list as a credential of its own, signed, to be published as a file: JSON with a proof by an Ed25519 key, a JWT by a P-256
     * key, in the form of the badges that the key signs.
     *
     * @param address at which it is published
     * @throws org.eportfolio.InvalidInputException if the key is of another kind
     */
    public String publish(String address, String issuer, Signing signing, Instant now) {
        Identifier.require("address", address);
        JsonObject credential = JsonTrees.object()
                .add("@context", JsonTrees.array().add(Contexts.CREDENTIALS))
                .add("id", address)
                .add("type", JsonTrees.array().add("VerifiableCredential").add("BitstringStatusListCredential"))
                .add("issuer", Identifier.require("issuer", issuer))
                .add("validFrom", Badge.time(now))
                .add(
                        "credentialSubject",
                        JsonTrees.object()
                                .add("id", address + "#list")
                                .add("type", "BitstringStatusList")
                                .add("statusPurpose", REVOCATION)
                                .add("encodedList", encoded()))
                .build();
        return Credentials.sign(credential, signing, now);
    }

    /** The first place is the highest bit of the first byte (section 3.2). */
    private String encoded() {
        byte[] bytes = new byte[size / 8];
        revoked.stream().forEach(each -> bytes[each / 8] |= (byte) (0x80 >> (each % 8)));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // an array in memory
        }
        return Multibase.base64url(packed.toByteArray());
    }

    /** What a list says; empty for one that is too short, too large or not readable. */
    static Optional<StatusList> of(@Nullable String encoded) {
        if (encoded == null || !encoded.startsWith("u")) return Optional.empty();
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Multibase.decode(encoded)))) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST || bytes.length * 8 < FEWEST) return Optional.empty();
            BitSet revoked = new BitSet(bytes.length * 8);
            for (int i = 0; i < bytes.length * 8; i++) {
                if ((bytes[i / 8] & (0x80 >> (i % 8))) != 0) revoked.set(i);
            }
            return Optional.of(new StatusList(revoked, bytes.length * 8));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
