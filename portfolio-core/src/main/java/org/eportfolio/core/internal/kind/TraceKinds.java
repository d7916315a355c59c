package org.eportfolio.core.internal.kind;

import static org.eportfolio.core.internal.kind.Readers.LIBRARY;
import static org.eportfolio.core.internal.kind.Readers.OWNER;
import static org.eportfolio.core.internal.kind.Route.ACCESS_EXPORT;
import static org.eportfolio.core.internal.kind.Route.ARCHIVE;
import static org.eportfolio.privacy.DataCategory.TRACE;
import static org.eportfolio.privacy.ErasureOutcome.DELETE;
import static org.eportfolio.privacy.PersonCategory.LEARNER;
import static org.eportfolio.privacy.PersonCategory.LEGAL_REPRESENTATIVE;
import static org.eportfolio.privacy.PersonCategory.STAFF;

import java.util.Set;
import java.util.UUID;
import org.eportfolio.agenda.NoticePreferences;
import org.eportfolio.id.PersonId;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Scope;

/** Traces of people that the library keeps for its own work. */
public final class TraceKinds {
    static final KindFile KINDS = new KindFile();

    /** All that was done under a key, the oldest first. */
    public static final Key KEYED_CALLS = new Key("keyed-call.all", "all");

    /** One to a person and a scope. Chained by its keyed hash only, whose key is in it and goes with it. */
    public static final RecordKind<Alias> ALIAS = KINDS.inEither("alias", Alias.class, Alias::id, Alias::scope)
            .keys(each -> Set.of(aliasOf(new Scope(each.scope()), each.person())))
            .personal(TRACE, LEARNER, STAFF)
            .disclosedOnlyTo(Alias::person)
            .identifying(Alias::person)
            .erased(DELETE)
            .readBy(LIBRARY)
            .leavesBy(ARCHIVE, ACCESS_EXPORT);

    /** One to a person and a place. */
    public static final RecordKind<Visit> VISIT = KINDS.inEither(
                    "visit", Visit.class, each -> visitId(each.place(), each.person()), Visit::scope)
            .keys(each -> Set.of(visitsOf(each.person())))
            .unchained()
            .personal(TRACE, LEARNER, STAFF)
            .erased(DELETE)
            .readBy(OWNER)
            .leavesBy(ACCESS_EXPORT);

    /** One to a person. Which kinds of notices they leave out is their own affair, so that no journal tells it. */
    public static final RecordKind<NoticePreferences> NOTICE_PREFERENCES = KINDS.inOrganisation(
                    "notice-preferences", NoticePreferences.class, each -> noticePreferencesId(each.person()))
            .unchained()
            .personal(TRACE, LEARNER, STAFF, LEGAL_REPRESENTATIVE)
            .erased(DELETE)
            .readBy(OWNER)
            .leavesBy(ACCESS_EXPORT);

    /** Leaves with the person, and otherwise after some days; a copy of it elsewhere would stop nothing. */
    public static final RecordKind<KeyedCall> KEYED_CALL = KINDS.inEither(
                    "keyed-call", KeyedCall.class, KeyedCall::id, KeyedCall::scope)
            .keys(each -> Set.of(callsUnder(each.key(), each.person()), KEYED_CALLS))
            .unchained()
            .personal(TRACE, LEARNER, STAFF)
            .erased(DELETE)
            .readBy(LIBRARY)
            .staysHere();

    private TraceKinds() {}

    public static Key aliasOf(Scope scope, PersonId person) {
        return new Key("alias.person", scope.id() + " " + person);
    }

    /** The visit of this person to a dossier or a cohort. */
    public static UUID visitId(UUID place, PersonId person) {
        return NamedId.of("visit " + place + " " + person);
    }

    public static UUID noticePreferencesId(PersonId person) {
        return NamedId.of("notice-preferences " + person);
    }

    public static Key visitsOf(PersonId person) {
        return new Key("visit.person", person.value());
    }

    /** What this person did under the key with this hash. */
    public static Key callsUnder(String key, PersonId person) {
        return new Key("keyed-call.key", key + " " + person);
    }
}
