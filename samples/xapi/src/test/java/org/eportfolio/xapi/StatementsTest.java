package org.eportfolio.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eportfolio.journal.JournalEntry;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Hash;
import org.junit.jupiter.api.Test;

/** What an xAPI 2.0 statement must have: actor, verb and object, identified by IRIs. */
class StatementsTest {
    private static final UUID DOSSIER = new UUID(1, 1);
    private static final UUID ALIAS = new UUID(2, 2);

    private static final JournalEntry ENTRY = new JournalEntry(
            DOSSIER,
            3,
            new UUID(3, 3),
            Instant.parse("2026-09-07T08:00:00Z"),
            ALIAS,
            Role.TEACHER,
            "assessment.positioned",
            List.of(
                    new JournalEntry.Item("assessment", new UUID(4, 4), Hash.NONE),
                    new JournalEntry.Item("goal", new UUID(5, 5), null)));

    @Test
    void an_entry_becomes_a_statement_by_a_pseudonymous_account() {
        assertThat(new Statements(URI.create("https://school.example")).line(ENTRY, null))
                .isEqualTo("{\"id\":\"" + Statements.id(ENTRY) + "\",\"version\":\"2.0.0\","
                        + "\"timestamp\":\"2026-09-07T08:00:00Z\","
                        + "\"actor\":{\"objectType\":\"Agent\",\"account\":{\"homePage\":\"https://school.example\","
                        + "\"name\":\"" + ALIAS + "\"}},"
                        + "\"verb\":{\"id\":\"urn:eportfolio:verb:assessment.positioned\","
                        + "\"display\":{\"en\":\"assessment positioned\"}},"
                        + "\"object\":{\"objectType\":\"Activity\",\"id\":\"urn:uuid:" + new UUID(4, 4) + "\","
                        + "\"definition\":{\"type\":\"urn:eportfolio:kind:assessment\"}},"
                        + "\"context\":{\"platform\":\"Portfolio\",\"contextActivities\":{"
                        + "\"grouping\":[{\"id\":\"urn:uuid:" + DOSSIER + "\"}],"
                        + "\"other\":[{\"objectType\":\"Activity\",\"id\":\"urn:uuid:" + new UUID(5, 5) + "\","
                        + "\"definition\":{\"type\":\"urn:eportfolio:kind:goal\"}}]},"
                        + "\"extensions\":{\"urn:eportfolio:extension:change\":\"" + new UUID(3, 3) + "\","
                        + "\"urn:eportfolio:extension:role\":\"TEACHER\"}}}");
    }
}
