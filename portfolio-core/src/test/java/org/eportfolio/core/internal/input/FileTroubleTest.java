package org.eportfolio.core.internal.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import org.eportfolio.tck.PlainWords;
import org.junit.jupiter.api.Test;

class FileTroubleTest {
    @Test
    void what_a_system_says_of_a_file_enters_no_sentence_and_stays_the_cause() {
        for (IOException each : List.of(
                new NoSuchFileException("/srv/depots/emma.pdf", null, "No such file or directory"),
                new AccessDeniedException("/srv/depots/emma.pdf"),
                new IOException("Input/output error: the device is not ready"))) {
            var refused = FileTrouble.unreadable("file", "carte.pdf", each);
            String french = refused.message(Locale.FRENCH);
            assertThat(french)
                    .contains("carte.pdf", "rien n'a été ajouté")
                    .doesNotContain("/srv")
                    .satisfies(said ->
                            assertThat(PlainWords.faults(said, Locale.FRENCH)).isEmpty());
            assertThat(refused).hasCause(each);
        }
    }
}
