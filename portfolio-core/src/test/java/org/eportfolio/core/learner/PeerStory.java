package org.eportfolio.core.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.eportfolio.core.OverBothStores;
import org.eportfolio.core.Stores;
import org.eportfolio.core.VosReves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** A test of peer reviews, over each store; at its end the journal is without a fault. */
@OverBothStores
abstract class PeerStory {
    @Parameter
    @SuppressWarnings("NullAway.Init")
    Stores stores;

    PeerClass peers;
    VosReves school;

    @BeforeEach
    void open(@TempDir Path folder) {
        peers = PeerClass.over(stores.open(folder));
        school = peers.school;
    }

    @AfterEach
    void close() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
        peers.close();
    }
}
