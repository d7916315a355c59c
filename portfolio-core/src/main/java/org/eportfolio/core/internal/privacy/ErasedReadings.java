package org.eportfolio.core.internal.privacy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eportfolio.PageRequest;
import org.eportfolio.StorageException;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.PrivacyKinds;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.Reading;
import org.eportfolio.id.ErasureId;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.ErasureReceipt;
import org.eportfolio.spi.AccessLog;
import org.eportfolio.spi.LoggedReading;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the log of readings forget who was erased: who read their dossiers, and that they read others', also where the log is not
 * written any more.
 *
 * <p>The log lies apart from the records, so that no commit has both. Before the commit it is noted in the log itself, as readings in
 * a scope that is named by the erasure, under which ids the log knows the person. The log forgets right after the commit; where a
 * run ended in between, the receipt and the note say what is left to do. A note without a receipt is left of an erasure that was not done, and does no harm.
 */
record ErasedReadings(Engine engine) {
    private static final Logger LOG = LoggerFactory.getLogger(ErasedReadings.class);
    private static final String NOTE = PrivacyKinds.ERASURE.kind().name();
    private static final int LATEST = 20;

    /**
     * Before the commit: notes the ids under which the log knows the person, as long as that is known.
     *
     * @return these ids
     */
    List<String> note(ErasureId erasure, PersonId person) {
        List<LoggedReading> notes = engine.read(work -> work.identities()
                .asked(person)
                .map(id -> new LoggedReading(work.newId(), scope(erasure), work.now(), id, NOTE, NOTE, null))
                .toList());
        flush();
        log().filter(log -> !log.isEmpty()).ifPresent(log -> log.add(notes));
        return notes.stream().map(LoggedReading::person).toList();
    }

    /** Takes the note back of an erasure that was refused. */
    void takeBack(ErasureId erasure) {
        try {
            log().ifPresent(log -> log.remove(scope(erasure)));
        } catch (StorageException e) {
            LOG.warn("a note of an erasure that was refused stays in the log of readings; it does no harm", e);
        }
    }

    /** After the commit. What fails here is done by {@link #finish}. */
    void forget(ErasureReceipt receipt, List<String> ids) {
        try {
            flush();
            log().ifPresent(log -> forget(receipt, ids.stream(), log));
        } catch (StorageException e) {
            LOG.error(
                    "the log of readings still names whom erasure {} erased; completeErasures() tries again",
                    receipt.id(),
                    e);
        }
    }

    /** Does what a run left undone that ended between the commit and the log. */
    void finish(ErasureReceipt receipt) {
        log().ifPresent(log -> {
            List<LoggedReading> notes = log.of(scope(receipt.id()), PageRequest.first(PageRequest.LARGEST));
            if (!notes.isEmpty()) forget(receipt, notes.stream().map(LoggedReading::person), log);
        });
    }

    /** The same for the latest erasures, of which a run that ended left its last undone. Older ones wait for completeErasures(). */
    void finishLatest() {
        try {
            if (log().filter(log -> !log.isEmpty()).isEmpty()) return;
            List<Row> latest = engine.read(work ->
                    work.view().newestAmong(List.of(Scope.ORGANISATION), PrivacyKinds.ERASURE.kind(), null, LATEST));
            latest.stream()
                    .map(row -> Reading.stored(PrivacyKinds.ERASURE, row))
                    .filter(receipt -> !receipt.complete())
                    .forEach(this::finish);
        } catch (StorageException e) {
            LOG.warn("the log of readings may still name whom an erasure erased; completeErasures() tries again", e);
        }
    }

    private static void forget(ErasureReceipt receipt, Stream<String> ids, AccessLog log) {
        for (ErasureReceipt.Trace each : receipt.traces()) {
            if (each.kind().equals(DossierKinds.DOSSIER.kind().name())) log.remove(new Scope(each.scope()));
        }
        ids.forEach(each -> log.rename(each, receipt.pseudonym().value()));
        log.remove(scope(receipt.id()));
    }

    private void flush() {
        engine.recorder().ifPresent(recorder -> recorder.flush(engine.now()));
    }

    private Optional<AccessLog> log() {
        return engine.store().accessLog();
    }

    private static Scope scope(ErasureId erasure) {
        return new Scope(erasure.value());
    }
}
