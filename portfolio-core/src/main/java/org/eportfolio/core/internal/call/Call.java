package org.eportfolio.core.internal.call;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eportfolio.ConflictException;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.core.internal.access.Entitled;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.access.ManyDossiers;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Membership;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Scope;

/**
 * One call that the gate let through: who makes it, in which role, and the records of one scope that it reads and writes.
 * A call that writes ends with its act in the journal: {@link #save}, {@link #remove(String, RecordKind, Object)} and
 * {@link #journal} do that, once for each call. For one thread.
 */
public class Call {
    private final DeskContext desk;
    private final Work work;
    private final PersonId person;
    private final Role role;
    private final Scope scope;

    Call(DeskContext desk, Work work, Entitled by, Scope scope) {
        this(desk, work, by.person(), by.role(), scope);
    }

    Call(DeskContext desk, Work work, PersonId person, Role role, Scope scope) {
        this.desk = desk;
        this.work = work;
        this.person = person;
        this.role = role;
        this.scope = scope;
    }

    /** What is beyond this scope, or seldom needed. */
    public final Work work() {
        return work;
    }

    public final Gate gate() {
        return desk.gate();
    }

    /**
     * Which of many dossiers open to the actor.
     *
     * @param atHand memberships that were read already; possibly none
     */
    public final ManyDossiers many(Collection<Membership> atHand) {
        return gate().many(role, atHand, work);
    }

    public final Catalogue catalogue() {
        return desk.catalogue();
    }

    /** Who makes the call. */
    public final PersonId person() {
        return person;
    }

    /** The role that lets them make it. */
    public final Role role() {
        return role;
    }

    /** The one instant of this call. */
    public final Instant now() {
        return work.now();
    }

    /** The day of this call, where the organisation is. */
    public final LocalDate today() {
        return work.today();
    }

    public final UUID newId() {
        return work.newId();
    }

    /** A record of this scope; empty if there is none. */
    public final <T> Optional<T> find(RecordKind<T> kind, UUID id) {
        work.readsOf(kind.kind().name(), id);
        return work.find(kind, scope, id);
    }

    /**
     * A record of this scope that must be there.
     *
     * @throws NotFoundException if it is not
     */
    public final <T> T require(RecordKind<T> kind, UUID id) {
        work.readsOf(kind.kind().name(), id);
        return work.require(kind, scope, id);
    }

    /**
     * A record as it stands, which must be as the caller read it.
     *
     * @throws ConflictException if it changed since
     */
    public final <T> T unchanged(RecordKind<T> kind, T seen) {
        return work.unchanged(kind, seen);
    }

    /** All records of a kind in this scope. */
    public final <T> List<T> list(RecordKind<T> kind) {
        work.readsOf(kind.kind().name(), null);
        return work.list(kind, scope);
    }

    /** All records of a kind that carry a key, in whatever scope. */
    public final <T> List<T> where(RecordKind<T> kind, Key key) {
        return work.where(kind, key);
    }

    /** One page of the records of a kind in this scope. */
    public final <T> Page<T> page(RecordKind<T> kind, PageRequest request) {
        work.readsOf(kind.kind().name(), null);
        return work.page(kind, scope, request);
    }

    /** One page of the records that carry a key, in whatever scope. */
    public final <T> Page<T> page(RecordKind<T> kind, Key key, PageRequest request) {
        work.readsOf(kind.kind().name(), null);
        return work.page(kind, key, request);
    }

    /** Writes a record; the call goes on. */
    public final <T> void put(RecordKind<T> kind, T record) {
        work.put(kind, record);
    }

    /** Removes a record; the call goes on. */
    public final <T> void remove(RecordKind<T> kind, T record) {
        work.remove(kind, record);
    }

    /** Writes a record and ends the call with this act. */
    public final <T> T save(String act, RecordKind<T> kind, T record) {
        work.put(kind, record);
        journal(act);
        return record;
    }

    /** Writes what a record has become and ends the call with this act; what did not change is not written. */
    public final <T> T saveChanged(String act, RecordKind<T> kind, T before, T after) {
        return after.equals(before) ? before : save(act, kind, after);
    }

    /**
     * Changes a record that the caller read, and ends the call with this act.
     *
     * @throws ConflictException if it changed since the caller read it
     */
    public final <T> T change(String act, RecordKind<T> kind, T seen, UnaryOperator<T> step) {
        return save(act, kind, step.apply(unchanged(kind, seen)));
    }

    /** Changes the record of this id, and ends the call with this act. */
    public final <T> T change(String act, RecordKind<T> kind, UUID id, UnaryOperator<T> step) {
        return save(act, kind, step.apply(require(kind, id)));
    }

    /** Removes a record and ends the call with this act. */
    public final <T> void remove(String act, RecordKind<T> kind, T record) {
        work.remove(kind, record);
        journal(act);
    }

    /**
     * Removes a record that the caller read, and ends the call with this act.
     *
     * @throws ConflictException if it changed since the caller read it
     */
    public final <T> void discard(String act, RecordKind<T> kind, T seen) {
        remove(act, kind, unchanged(kind, seen));
    }

    /**
     * Takes a record away that the caller read, such as a draft that becomes something else; the call goes on.
     *
     * @throws ConflictException if it changed since the caller read it
     */
    public final <T> T take(RecordKind<T> kind, T seen) {
        T there = unchanged(kind, seen);
        work.remove(kind, there);
        return there;
    }

    /** Ends the call with this act in the journal of every scope that it touched. */
    public final void journal(String act) {
        work.journal(act, person, role);
    }
}
