package org.eportfolio.core.internal.kind;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.eportfolio.core.internal.codec.Upgrades;
import org.eportfolio.core.internal.kind.KindStages.Erased;
import org.eportfolio.core.internal.kind.KindStages.Kept;
import org.eportfolio.core.internal.kind.KindStages.Personal;
import org.eportfolio.core.internal.kind.KindStages.Read;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.DataCategory;
import org.eportfolio.privacy.ErasureOutcome;
import org.eportfolio.privacy.Feature;
import org.eportfolio.privacy.PersonCategory;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/** What is stated of a kind, step by step ({@link KindStages}). */
final class KindDefinition<T> implements Kept<T>, Personal<T>, Erased<T>, Read<T> {
    final String name;
    final Class<T> type;
    final Function<T, UUID> id;
    final KindHome home;
    final Function<T, Scope> scope;
    final Map<Class<?>, WhenGone> whenGone = new HashMap<>();
    final Set<Route> routes = EnumSet.noneOf(Route.class);
    Function<T, Set<Key>> keys = each -> Set.of();
    Upgrades upgrades = Upgrades.NONE;
    boolean journalled = true;
    boolean chained = true;
    boolean inOrganisationChain;
    boolean keptAsMade;
    String thing;
    Readers readers = Readers.LIBRARY;

    @Nullable
    Predicate<T> closed;

    @Nullable
    Predicate<T> draft;

    @Nullable
    ToIntFunction<T> revision;

    @Nullable
    Feature feature;

    @Nullable
    Function<T, PersonId> provider;

    @Nullable
    Function<T, PersonId> onlyReader;

    @Nullable
    Function<T, PersonId> identified;

    private final KindFile file;
    private Treatment treatment = Treatment.NOTHING_PERSONAL;
    private DataCategory category = DataCategory.NONE;
    private Set<PersonCategory> people = Set.of();
    private boolean provided;
    private final Set<ErasureOutcome> exceptions = EnumSet.noneOf(ErasureOutcome.class);

    KindDefinition(
            KindFile file, String name, Class<T> type, Function<T, UUID> id, KindHome home, Function<T, Scope> scope) {
        this.file = file;
        this.name = name;
        this.type = type;
        this.id = id;
        this.home = home;
        this.scope = scope;
        this.thing = name;
    }

    @Override
    public Kept<T> keys(Function<T, Set<Key>> carried) {
        this.keys = carried;
        return this;
    }

    @Override
    public Kept<T> upgradedBy(Upgrades steps) {
        this.upgrades = steps;
        return this;
    }

    @Override
    public Kept<T> revised(ToIntFunction<T> count) {
        this.revision = count;
        return this;
    }

    @Override
    public Kept<T> called(String word) {
        this.thing = word;
        return this;
    }

    @Override
    public Kept<T> partOf(Feature of) {
        this.feature = of;
        return this;
    }

    @Override
    public Kept<T> unjournalled() {
        this.journalled = false;
        return this;
    }

    @Override
    public Kept<T> unchained() {
        this.chained = false;
        return unjournalled();
    }

    @Override
    public Kept<T> alsoInOrganisationChain() {
        this.inOrganisationChain = true;
        return this;
    }

    @Override
    public Kept<T> keptAsMade() {
        this.keptAsMade = true;
        return this;
    }

    @Override
    public Kept<T> whenGone(Class<?> named, WhenGone outcome) {
        whenGone.put(named, outcome);
        return this;
    }

    @Override
    public Kept<T> closedWhen(Predicate<T> state) {
        this.closed = state;
        return this;
    }

    @Override
    public Personal<T> personal(DataCategory of, PersonCategory... whose) {
        this.category = of;
        this.people = Set.of(whose);
        return this;
    }

    @Override
    public Erased<T> nothingPersonal() {
        return this;
    }

    @Override
    public Personal<T> provided() {
        this.provided = true;
        return this;
    }

    @Override
    public Personal<T> providedBy(Function<T, PersonId> person) {
        this.provider = person;
        return this;
    }

    @Override
    public Personal<T> disclosedOnlyTo(Function<T, PersonId> person) {
        this.onlyReader = person;
        return this;
    }

    @Override
    public Personal<T> identifying(Function<T, PersonId> person) {
        this.identified = person;
        return this;
    }

    @Override
    public Personal<T> exceptionally(ErasureOutcome outcome) {
        exceptions.add(outcome);
        return this;
    }

    @Override
    public Erased<T> erased(ErasureOutcome elsewhere) {
        this.treatment = new Treatment(category, people, elsewhere, provided, exceptions);
        if (category == DataCategory.NONE) throw new IllegalStateException(name + " holds nothing personal");
        return this;
    }

    @Override
    public Read<T> readBy(Readers who) {
        this.readers = who;
        return this;
    }

    @Override
    public Read<T> draftWhile(Predicate<T> state) {
        this.draft = state;
        return this;
    }

    @Override
    public RecordKind<T> leavesBy(Route route, Route... more) {
        routes.addAll(EnumSet.of(route, more));
        boolean ofOrganisation = home == KindHome.ORGANISATION;
        refuse(routes.contains(Route.CONTEXT) && !ofOrganisation, "dossiers leave as such");
        refuse(routes.contains(Route.TAKE_AWAY) && ofOrganisation, "no learner takes the organisation along");
        refuse(routes.contains(Route.TAKE_AWAY) && !readers.includeLearner(), "the learner does not read it");
        return staysHere();
    }

    @Override
    public RecordKind<T> staysHere() {
        RecordKind<T> kind = new RecordKind<>(this, treatment);
        file.add(kind);
        return kind;
    }

    private void refuse(boolean contradiction, String because) {
        if (contradiction) throw new IllegalStateException(name + " cannot leave by " + routes + ": " + because);
    }
}
