package org.eportfolio.dossier;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eportfolio.framework.Code;
import org.eportfolio.id.PersonId;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * One state of a production.
 *
 * @param number from 1
 * @param language BCP 47 tag; {@code null} if the learner did not say
 * @param frozen the content hash from the moment the version was cited, after which it never changes
 */
public record Version(
        int number,
        String title,
        String description,
        List<Code> competencies,
        List<Piece> pieces,
        @Nullable String language,
        @Nullable Setting setting,
        Instant at,
        @Nullable Hash frozen,
        @Nullable HelpStatement helpStated) {
    /** What a hash is made over never follows Java's names. */
    private static final Map<HelpKind, String> KINDS_OF_HELP =
            Map.of(HelpKind.PERSON, "person", HelpKind.DOCUMENT, "document", HelpKind.AI_TOOL, "ai-tool");

    public Version {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(at, "at");
        competencies = List.copyOf(competencies);
        pieces = List.copyOf(pieces);
    }

    /** The same version, frozen with the hash of its content; itself if it was frozen before. */
    public Version withFreeze() {
        if (frozen != null) return this;
        return new Version(
                number, title, description, competencies, pieces, language, setting, at, contentHash(), helpStated);
    }

    /** All its files, captions included. */
    public Stream<Stored> contents() {
        return pieces.stream()
                .filter(Piece.File.class::isInstance)
                .map(Piece.File.class::cast)
                .flatMap(file -> Stream.of(file.content(), file.captions()).filter(Objects::nonNull));
    }

    /** What each member of a group says they did; none unless it is a group's production. */
    public List<Piece.Contribution> contributions() {
        return pieces.stream()
                .filter(Piece.Contribution.class::isInstance)
                .map(Piece.Contribution.class::cast)
                .toList();
    }

    /** The same without what members of a group say they did, for those outside; itself if they said nothing. */
    public Version withoutContributions() {
        if (contributions().isEmpty()) return this;
        return with(
                number,
                pieces.stream()
                        .filter(each -> !(each instanceof Piece.Contribution))
                        .toList());
    }

    /** What this member of a group says they did; empty if nothing. */
    public Optional<String> contributionOf(PersonId member) {
        return contributions().stream()
                .filter(each -> each.member().equals(member))
                .map(Piece.Contribution::text)
                .findFirst();
    }

    /** The same as others than the learner and the team see it: that a person helped, not who. */
    public Version withoutHelpers() {
        if (helpStated == null) return this;
        return new Version(
                number,
                title,
                description,
                competencies,
                pieces,
                language,
                setting,
                at,
                frozen,
                helpStated.withoutPeople());
    }

    Version at(Instant time) {
        return new Version(
                number, title, description, competencies, pieces, language, setting, time, frozen, helpStated);
    }

    /** The same version without these pieces, frozen as it was. */
    Version without(Predicate<Piece> pieces) {
        return new Version(
                number,
                title,
                description,
                competencies,
                this.pieces.stream().filter(pieces.negate()).toList(),
                language,
                setting,
                at,
                frozen,
                helpStated);
    }

    /** The same version, not frozen, under this number and with these pieces. */
    Version with(int newNumber, List<Piece> newPieces) {
        return new Version(
                newNumber, title, description, competencies, newPieces, language, setting, at, null, helpStated);
    }

    /**
     * SHA-256 over everything a reader sees: title, description, competencies, language, setting, each piece with the
     * hash of its bytes, and the help that is stated; not over number and time.
     */
    public Hash contentHash() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, title);
            write(out, description);
            write(out, language);
            out.writeInt(competencies.size());
            for (Code code : competencies) write(out, code.value());
            write(out, setting);
            out.writeInt(pieces.size());
            for (Piece piece : pieces) write(out, piece);
            if (helpStated != null) write(out, helpStated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Hash.ofContent(bytes.toByteArray());
    }

    private static void write(DataOutputStream out, @Nullable Setting setting) throws IOException {
        if (setting == null) {
            write(out, (String) null);
        } else if (setting instanceof Setting.Mission mission) {
            write(out, "mission");
            write(out, mission.scenario());
            write(out, mission.mission());
        } else if (setting instanceof Setting.Workplace workplace) {
            write(out, "workplace");
            write(out, workplace.place());
        } else {
            write(out, "personal");
        }
    }

    private static void write(DataOutputStream out, HelpStatement statement) throws IOException {
        write(out, "help");
        out.writeInt(statement.helps().size());
        for (Help each : statement.helps()) {
            write(out, KINDS_OF_HELP.get(each.kind()));
            write(out, each.which());
            write(out, each.forWhat());
            write(out, each.changed());
        }
    }

    private static void write(DataOutputStream out, Piece piece) throws IOException {
        if (piece instanceof Piece.File file) {
            write(out, "file");
            write(out, file.name());
            write(out, file.mediaType());
            write(out, file.content());
            write(out, file.alternative());
            write(out, file.transcript());
            write(out, file.captions());
            if (file.showsNobody()) write(out, "shows nobody");
        } else if (piece instanceof Piece.Link link) {
            write(out, "link");
            write(out, link.target().toString());
            write(out, link.title());
        } else if (piece instanceof Piece.Text text) {
            write(out, "text");
            write(out, text.text());
        } else if (piece instanceof Piece.Contribution contribution) {
            write(out, "contribution");
            write(out, contribution.member().value());
            write(out, contribution.text());
        }
    }

    private static void write(DataOutputStream out, @Nullable Stored content) throws IOException {
        write(out, content == null ? null : content.sha256().toString());
    }

    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
