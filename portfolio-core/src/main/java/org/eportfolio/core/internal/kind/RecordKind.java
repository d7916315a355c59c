package org.eportfolio.core.internal.kind;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eportfolio.ConflictException;
import org.eportfolio.core.internal.codec.Upgrades;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.ErasureOutcome;
import org.eportfolio.privacy.Feature;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A kind of record: how records of one type become rows, and what else holds for all of them. Made by a {@link KindFile}
 * only, and equal to itself only. Thread-safe.
 */
public final class RecordKind<T> {
    private final Kind kind;
    private final KindDefinition<T> stated;
    private final Treatment treatment;

    RecordKind(KindDefinition<T> stated, Treatment treatment) {
        this.kind = new Kind(stated.name);
        this.stated = stated;
        this.treatment = treatment;
    }

    public Kind kind() {
        return kind;
    }

    public Class<T> type() {
        return stated.type;
    }

    /** How bodies of older versions become today's. */
    public Upgrades upgrades() {
        return stated.upgrades;
    }

    public Function<T, UUID> id() {
        return stated.id;
    }

    public Function<T, Scope> scope() {
        return stated.scope;
    }

    /** The keys by which records of this kind are found. */
    public Function<T, Set<Key>> keys() {
        return stated.keys;
    }

    public KindHome home() {
        return stated.home;
    }

    /** Under which name the record is kept. */
    public RowName nameOf(T record) {
        return new RowName(stated.scope.apply(record), kind, stated.id.apply(record));
    }

    /** What refusals call such a record, such as {@code report} for a {@code mission-report}. */
    public String thing() {
        return stated.thing;
    }

    /**
     * Gives back the record as it stands.
     *
     * @throws ConflictException if it was changed since the caller read it
     */
    public T unchanged(T seen, T there) {
        int expected = revision(seen);
        int actual = revision(there);
        if (expected != actual) throw ConflictException.stale(thing(), expected, actual);
        return there;
    }

    private int revision(T record) {
        if (stated.revision == null) throw new IllegalStateException("a " + kind + " has no revision");
        return stated.revision.applyAsInt(record);
    }

    /** Whether the journal speaks of them; what can be derived it leaves out. */
    public boolean journalled() {
        return stated.journalled;
    }

    /** Whether they change with an entry only, so that the head of a chain identifies their state. */
    public boolean chained() {
        return stated.chained;
    }

    /**
     * Whether they never come, change or go without an entry in the organisation's chain: as long as it has not moved,
     * what a key leads to is what it led to before.
     */
    public boolean inOrganisationChain() {
        return stated.home == KindHome.ORGANISATION || stated.inOrganisationChain;
    }

    /**
     * Whether nothing of a record is lost when it is written, so that the one at hand is the one that will be read: all of
     * its instants are the library's own.
     */
    public boolean keptAsMade() {
        return stated.keptAsMade;
    }

    /** The feature that it belongs to; {@code null} for what there always is. */
    public @Nullable Feature feature() {
        return stated.feature;
    }

    public Treatment treatment() {
        return treatment;
    }

    /** Everything that an erasure may do with records of this kind. */
    public Set<ErasureOutcome> outcomes() {
        return treatment.outcomes(stated.home);
    }

    /** Whether this person provided the record, so that it is portable. */
    public boolean providedBy(PersonId person, T record) {
        return stated.provider == null
                ? treatment.provided()
                : stated.provider.apply(record).equals(person);
    }

    /** Whether a person whom the record names may be given it. */
    public boolean disclosedTo(PersonId person, T record) {
        return stated.onlyReader == null || stated.onlyReader.apply(record).equals(person);
    }

    /** The person whose identity the record gives away, even in an older backup. */
    public Optional<PersonId> identified(T record) {
        return Optional.ofNullable(stated.identified).map(each -> each.apply(record));
    }

    public Readers readers() {
        return stated.readers;
    }

    /** Whether a record can be a draft, which its author alone sees. */
    public boolean hasDrafts() {
        return stated.readers == Readers.AUTHOR || stated.draft != null;
    }

    /** Whether this record is a draft, which its author alone sees. */
    public boolean isDraft(T record) {
        return stated.readers == Readers.AUTHOR || (stated.draft != null && stated.draft.test(record));
    }

    /** Whether records of this kind leave the school in this way. */
    public boolean leavesBy(Route route) {
        return stated.routes.contains(route);
    }

    /** What becomes of records when something goes that they name by an id, or as a content, of this type. */
    public WhenGone whenGone(Class<?> name) {
        return stated.whenGone.getOrDefault(name, WhenGone.REFUSED);
    }

    /** Whether records can be closed: a closed record stays as it is, whatever happens to what it refers to. */
    public boolean closes() {
        return stated.closed != null;
    }

    /** Whether the record, which is of this kind, may name by this name what is not there any more. */
    public boolean mayOutlive(Object record, Object name) {
        boolean closed = stated.closed != null && stated.closed.test(stated.type.cast(record));
        return closed || whenGone(name.getClass()) != WhenGone.REFUSED;
    }

    @Override
    public String toString() {
        return kind.name();
    }
}
