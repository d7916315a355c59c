package org.eportfolio.core.teeth;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eportfolio.PageRequest;
import org.eportfolio.spi.AccessLog;
import org.eportfolio.spi.LoggedReading;
import org.eportfolio.spi.Scope;

/** Logs of readings that do one thing wrong. */
final class FaultyAccessLogs {
    private FaultyAccessLogs() {}

    /** A store with a log; sound but for what a fault overrides. */
    abstract static class WithLog extends OtherStore implements AccessLog {
        private AccessLog log() {
            return sound.accessLog().orElseThrow();
        }

        @Override
        public Optional<AccessLog> accessLog() {
            return Optional.of(this);
        }

        @Override
        public void add(List<LoggedReading> readings) {
            log().add(readings);
        }

        @Override
        public List<LoggedReading> of(Scope dossier, PageRequest page) {
            return log().of(dossier, page);
        }

        @Override
        public void remove(Scope dossier) {
            log().remove(dossier);
        }

        @Override
        public boolean isEmpty() {
            return log().isEmpty();
        }

        @Override
        public void rename(String person, String pseudonym) {
            log().rename(person, pseudonym);
        }

        @Override
        public void removeBefore(Instant instant) {
            log().removeBefore(instant);
        }
    }

    static final class Sound extends WithLog {}

    static final class KeepsWhatIsOfAGoneDossier extends WithLog {
        @Override
        public void remove(Scope dossier) {}
    }

    static final class KeepsTheNameOfWhoIsGone extends WithLog {
        @Override
        public void rename(String person, String pseudonym) {}
    }

    static final class IsEmptyWithoutAFirstDossier extends WithLog {
        private boolean removed;

        @Override
        public void remove(Scope dossier) {
            super.remove(dossier);
            removed = true;
        }

        @Override
        public boolean isEmpty() {
            return removed || super.isEmpty();
        }
    }

    static final class KeepsForEver extends WithLog {
        @Override
        public void removeBefore(Instant instant) {}
    }

    static final class TakesAHundredAtMost extends WithLog {
        @Override
        public void add(List<LoggedReading> readings) {
            super.add(readings.subList(0, Math.min(readings.size(), 100)));
        }
    }

    static final class BeginsAtTheReadingOfThePageBefore extends WithLog {
        @Override
        public List<LoggedReading> of(Scope dossier, PageRequest page) {
            return super.of(dossier, new PageRequest(PageRequest.LARGEST, page.order(), null)).stream()
                    .dropWhile(each -> page.after() != null && !each.id().equals(page.after()))
                    .limit(page.size())
                    .toList();
        }
    }
}
