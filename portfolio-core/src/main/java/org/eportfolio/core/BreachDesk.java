package org.eportfolio.core;

import static org.eportfolio.access.Permission.KEEP_BREACH;
import static org.eportfolio.core.internal.kind.PrivacyKinds.BREACH;
import static org.eportfolio.core.internal.kind.PrivacyKinds.ERASURE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.privacy.PrivacyDocuments;
import org.eportfolio.id.BreachId;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.Breach;
import org.eportfolio.privacy.BreachSheet;
import org.eportfolio.privacy.DataCategory;
import org.eportfolio.privacy.NewBreach;
import org.eportfolio.privacy.NewBreachSettlement;
import org.eportfolio.privacy.PlannedRecord;

/**
 * Breaches of personal data: a sheet of the people and data concerned, and the controller's record of all breaches (GDPR
 * art. 33(5)), which does not name the people concerned. Never part of {@link Desk#together}. Thread-safe.
 */
public final class BreachDesk {
    private static final int MOST_REACHED = 1_000;

    private final DeskContext desk;
    private final PrivacyOptions options;

    BreachDesk(DeskContext desk, PrivacyOptions options) {
        this.desk = desk;
        this.options = options;
    }

    /**
     * The people and data concerned by a breach (GDPR art. 33 and 34): counts, no content. What a person's records are is
     * found as for an erasure, person by person. The controller adds what happened and what is done about it.
     *
     * @param persons at most 1,000
     * @param since the first day on which the data may have been reached
     * @throws NotFoundException if nothing is kept about one of them
     */
    public BreachSheet sheet(Collection<PersonId> persons, LocalDate since, Locale language) {
        Inputs.requireBounded("persons", persons);
        Inputs.requireBounded("since", since);
        InvalidInputException.unless(
                persons.size() <= MOST_REACHED, "persons", "breach.too-many", MOST_REACHED, persons.size());
        PrivacyDocuments documents = options.documents(language, desk);
        return desk.read(KEEP_BREACH, call -> {
            refuseTheFuture(since, call);
            List<BreachSheet.Affected> affected = persons.stream()
                    .distinct()
                    .map(each -> new BreachSheet.Affected(
                            each,
                            options.erasing().plan(each, null, call.work()).records().stream()
                                    .collect(Collectors.groupingBy(
                                            PlannedRecord::category, Collectors.summingInt(record -> 1)))))
                    .toList();
            Instant from = since.atStartOfDay(desk.zone()).toInstant();
            int erased = (int) call.list(ERASURE).stream()
                    .filter(each -> !each.at().isBefore(from))
                    .count();
            return new BreachSheet(since, call.now(), affected, documents.breach(since, affected, erased));
        });
    }

    /** Records a breach; it is open until it is settled. */
    public Breach record(NewBreach input) {
        NewBreach given = Inputs.checked(input);
        return desk.write(KEEP_BREACH, call -> {
            InvalidInputException.unless(
                    !given.categories().contains(DataCategory.NONE), "categories", "breach.no-data");
            refuseTheFuture(given.since(), call);
            InvalidInputException.unless(!given.noticedAt().isAfter(call.now()), "noticedAt", "breach.noticed-future");
            LocalDate noticed = LocalDate.ofInstant(given.noticedAt(), desk.zone());
            InvalidInputException.unless(!given.since().isAfter(noticed), "since", "breach.noticed-before");
            return call.save(
                    "breach.recorded",
                    BREACH,
                    new Breach(
                            new BreachId(call.newId()),
                            given.since(),
                            given.noticedAt(),
                            given.facts(),
                            given.categories(),
                            given.people(),
                            call.person(),
                            call.now(),
                            null,
                            1));
        });
    }

    /**
     * Records how a breach ended. Where the supervisory authority was not notified, or later than after 72 hours, the reason is
     * stated (GDPR art. 33(1)).
     *
     * @param seen the breach as the caller read it; a {@link ConflictException} if it changed since
     */
    public Breach settle(Breach seen, NewBreachSettlement input) {
        Objects.requireNonNull(seen, "seen");
        NewBreachSettlement given = Inputs.checked(input);
        return desk.write(KEEP_BREACH, call -> {
            Instant notified = given.notifiedAt();
            InvalidInputException.unless(
                    notified == null || !notified.isAfter(call.now()), "notifiedAt", "breach.past-only");
            LocalDate informed = given.informedOn();
            InvalidInputException.unless(
                    informed == null || !informed.isAfter(call.today()), "informedOn", "breach.past-only");
            Breach.Settlement ended = new Breach.Settlement(
                    given.effects(), given.measures(), notified, informed, given.reason(), call.person(), call.now());
            return call.change("breach.settled", BREACH, seen, breach -> breach.asSettled(ended));
        });
    }

    /** One breach. */
    public Breach get(BreachId id) {
        Objects.requireNonNull(id, "id");
        return desk.read(KEEP_BREACH, call -> call.require(BREACH, id.value()));
    }

    /** A page of the breaches, the oldest first. */
    public Page<Breach> list(PageRequest request) {
        return desk.read(KEEP_BREACH, call -> call.page(BREACH, request));
    }

    private static void refuseTheFuture(LocalDate since, Call call) {
        InvalidInputException.unless(!since.isAfter(call.today()), "since", "breach.future");
    }
}
