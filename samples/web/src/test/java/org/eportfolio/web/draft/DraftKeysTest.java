package org.eportfolio.web.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.eportfolio.id.PersonId;
import org.eportfolio.spring.PortfolioProperties;
import org.eportfolio.web.secret.SchoolSecret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The secret of a school, where it can lie. */
class DraftKeysTest {
    private static final PersonId EMMA = PersonId.of("emma");

    private static DraftKeys over(Path file) {
        Duration any = Duration.ofMinutes(1);
        return new DraftKeys(new SchoolSecret(
                new PortfolioProperties(
                        PortfolioProperties.Store.MEMORY, null, null, null, false, null, 0, null, 1, any, any),
                file));
    }

    @Test
    void where_files_cannot_be_linked_the_secret_is_made_all_the_same_and_stays(@TempDir Path folder)
            throws IOException {
        URI zip = URI.create("jar:" + folder.resolve("keys.zip").toUri());
        try (FileSystem withoutLinks = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            Path file = withoutLinks.getPath("/key");
            DraftKeys one = over(file);
            assertThat(one.areThere()).isTrue();
            assertThat(Files.size(file)).isEqualTo(32);
            assertThat(over(file).opened(EMMA, one.made(EMMA).sealed()).d()).isNotEmpty();
            try (Stream<Path> all = Files.list(withoutLinks.getPath("/"))) {
                assertThat(all).containsExactly(file);
            }
        }
    }
}
