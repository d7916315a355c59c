package org.eportfolio.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Something a learner made, collected in their dossier (<em>réalisation</em>).
 * Methods named {@code with…} give a changed copy; nothing is stored.
 *
 * @param owner the learner
 * @param versions the oldest first, at least one; the last is the current one
 * @param confidentiality {@code null} unless it shows a company's matters
 * @param revision grows by one with each change
 */
public record Production(
        ProductionId id,
        DossierId dossier,
        PersonId owner,
        List<Version> versions,
        @Nullable Confidentiality confidentiality,
        int revision) {
    public Production {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(owner, "owner");
        versions = List.copyOf(versions);
        if (versions.isEmpty()) throw new IllegalArgumentException("a production has a version");
    }

    /** The latest version. */
    public Version current() {
        return versions.get(versions.size() - 1);
    }

    /** The title of the latest version. */
    public String title() {
        return current().title();
    }

    /** This version, or a refusal that says which there are. */
    public Version version(int number) {
        InvalidInputException.unless(
                number >= 1 && number <= versions.size(), "version", "production.no-version", number, versions.size());
        return versions.get(number - 1);
    }

    /** The production with this content in place of its current version, or after it if that one is frozen. */
    public Production withContent(Version content) {
        return current().frozen() == null ? with(versions.size() - 1, content) : withNewVersion(content);
    }

    /** The production with this content as a new version after the current one (before and after). */
    public Production withNewVersion(Version content) {
        return with(versions.size(), content);
    }

    /** Members' contributions stay as they are: changing the rest does not change what another member wrote. */
    private Production with(int index, Version content) {
        List<Piece> pieces = new ArrayList<>(content.pieces());
        pieces.removeIf(Piece.Contribution.class::isInstance);
        pieces.addAll(current().contributions());
        return put(content.with(index + 1, pieces));
    }

    private Production put(Version version) {
        List<Version> next = new ArrayList<>(versions.subList(0, version.number() - 1));
        next.add(version);
        return new Production(id, dossier, owner, next, confidentiality, revision + 1);
    }

    /**
     * The production once this member of the group has said what they did, in place of what they said before: in the
     * current version, or in a new one if that is frozen.
     */
    public Production withContribution(Piece.Contribution contribution, Instant at) {
        List<Piece> pieces = new ArrayList<>(current().pieces());
        pieces.removeIf(saidBy(contribution.member()));
        pieces.add(contribution);
        int number = current().frozen() == null ? versions.size() : versions.size() + 1;
        return put(current().with(number, pieces).at(at));
    }

    /** The production without the words of a member who left the group; only while no version is frozen. */
    public Production withoutContributionsOf(PersonId member) {
        List<Version> next = new ArrayList<>();
        for (Version each : versions) {
            if (each.frozen() != null) throw ConflictException.state("production.cited", title());
            List<Piece> pieces = new ArrayList<>(each.pieces());
            pieces.removeIf(saidBy(member));
            next.add(each.with(each.number(), pieces));
        }
        return new Production(id, dossier, owner, next, confidentiality, revision + 1);
    }

    /**
     * The production once a member was erased: without that member's words in any version. A version that was cited stays
     * frozen under the hash of what it was.
     */
    public Production withoutWordsOf(PersonId member) {
        if (versions.stream().noneMatch(each -> each.pieces().stream().anyMatch(saidBy(member)))) return this;
        List<Version> next =
                versions.stream().map(each -> each.without(saidBy(member))).toList();
        return new Production(id, dossier, owner, next, confidentiality, revision + 1);
    }

    private static Predicate<Piece> saidBy(PersonId member) {
        return piece ->
                piece instanceof Piece.Contribution said && said.member().equals(member);
    }

    /** The production with this version frozen; itself if it is frozen already. */
    public Production withFrozen(int number) {
        Version frozen = version(number).withFreeze();
        if (frozen.equals(version(number))) return this;
        List<Version> next = new ArrayList<>(versions);
        next.set(number - 1, frozen);
        return new Production(id, dossier, owner, next, confidentiality, revision + 1);
    }

    /** The production once its current content shows a company's confidential matters, even if it was cleared before. */
    public Production withConfidentiality() {
        return new Production(id, dossier, owner, versions, Confidentiality.KEPT, revision);
    }

    /** The production once a team member has cleared it of the company's confidentiality. */
    public Production withClearance(PersonId by, Instant at) {
        if (confidentiality == null) throw ConflictException.state("production.not-confidential", title());
        if (confidentiality.cleared()) return this;
        return new Production(id, dossier, owner, versions, new Confidentiality(by, at), revision + 1);
    }

    /** The production marked as showing a company's matters, even if it was cleared once; itself if that is how it stands. */
    public Production withMark() {
        if (withheld()) return this;
        return new Production(id, dossier, owner, versions, Confidentiality.KEPT, revision + 1);
    }

    /** Whether no one outside the school may see it for now. */
    public boolean withheld() {
        return confidentiality != null && !confidentiality.cleared();
    }

    /** All files of all versions, captions included. */
    public Stream<Stored> contents() {
        return versions.stream().flatMap(Version::contents);
    }
}
