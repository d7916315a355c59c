package org.eportfolio.web.account;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eportfolio.school.ExternalId;
import org.springframework.stereotype.Component;

/** Accounts that signed in and belong to no person yet. Holds the latest, in memory: one that signs in again is there again. Thread-safe. */
@Component
final class WaitingAccounts {
    private static final int MOST = 500;

    private final Map<ExternalId, String> names = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ExternalId, String> eldest) {
            return size() > MOST;
        }
    };

    /** @param name as the identity provider says it */
    synchronized void add(ExternalId account, String name) {
        names.putIfAbsent(account, name);
    }

    synchronized void remove(ExternalId account) {
        names.remove(account);
    }

    synchronized Map<ExternalId, String> all() {
        return new LinkedHashMap<>(names);
    }
}
