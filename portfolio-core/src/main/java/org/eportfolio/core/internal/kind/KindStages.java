package org.eportfolio.core.internal.kind;

import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.eportfolio.core.internal.codec.Upgrades;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.DataCategory;
import org.eportfolio.privacy.ErasureOutcome;
import org.eportfolio.privacy.Feature;
import org.eportfolio.privacy.PersonCategory;
import org.eportfolio.spi.Key;

/**
 * The steps in which a kind is defined; none can be left out: where it is kept ({@link KindFile}), whose personal data it
 * holds, what an erasure does with it, who reads it, and the ways on which it leaves.
 */
public final class KindStages {
    private KindStages() {}

    /** Where it is kept and how it is found is stated; whose data it holds comes next. */
    public interface Kept<T> {
        /** The keys by which records are found; none unless stated. */
        Kept<T> keys(Function<T, Set<Key>> keys);

        /** Bodies of older versions are brought up by these steps. */
        Kept<T> upgradedBy(Upgrades steps);

        /** Each change counts up. */
        Kept<T> revised(ToIntFunction<T> revision);

        /** What refusals call it; the kind's name unless stated. */
        Kept<T> called(String thing);

        /** There is none where this feature is off. */
        Kept<T> partOf(Feature feature);

        /** The journal leaves it out: it can be derived, or belongs to the journal itself. */
        Kept<T> unjournalled();

        /** It changes without an entry in any chain; the journal leaves it out too. */
        Kept<T> unchained();

        /** The organisation's chain records it too, besides the dossier's. */
        Kept<T> alsoInOrganisationChain();

        /** Nothing is lost when it is written: all of its instants are the library's own. */
        Kept<T> keptAsMade();

        /** When something goes that it names so; otherwise that is refused. */
        Kept<T> whenGone(Class<?> name, WhenGone outcome);

        /** Once this holds of a record, what it refers to may be removed. */
        Kept<T> closedWhen(Predicate<T> closed);

        /** The people of whom it holds data, and of what sort. */
        Personal<T> personal(DataCategory category, PersonCategory... people);

        Erased<T> nothingPersonal();
    }

    /** Whose data it holds is stated; what an erasure does with it comes next. */
    public interface Personal<T> {
        /** Its author provided it, so that it is portable. */
        Personal<T> provided();

        /** This person provided it, so that it is portable for them. */
        Personal<T> providedBy(Function<T, PersonId> provider);

        /** It is disclosed to this person, and to no other whom it names. */
        Personal<T> disclosedOnlyTo(Function<T, PersonId> reader);

        /** It gives away who this person is. */
        Personal<T> identifying(Function<T, PersonId> person);

        /** In cases that the plan of an erasure names this becomes of it: a seal is kept, others have a part in it. */
        Personal<T> exceptionally(ErasureOutcome outcome);

        /** What becomes of it outside the dossiers of the person who is erased; in them it goes. */
        Erased<T> erased(ErasureOutcome elsewhere);
    }

    /** What an erasure does is stated; who reads it comes next. */
    public interface Erased<T> {
        Read<T> readBy(Readers readers);
    }

    /** Who reads it is stated; the ways on which it leaves come last. */
    public interface Read<T> {
        /** As long as this holds of a record, its author alone sees it. */
        Read<T> draftWhile(Predicate<T> state);

        RecordKind<T> leavesBy(Route route, Route... more);

        /** It never leaves: it means nothing anywhere else. */
        RecordKind<T> staysHere();
    }
}
