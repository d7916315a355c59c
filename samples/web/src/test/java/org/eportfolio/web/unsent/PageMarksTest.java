package org.eportfolio.web.unsent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.eportfolio.spring.PortfolioProperties;
import org.eportfolio.web.secret.SchoolSecret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** For whom a page was shown, as its forms say it. */
class PageMarksTest {
    private static final Instant NOW = Instant.parse("2027-06-21T08:00:00Z");
    private static final PageMarks.Reader EMMA = new PageMarks.Reader("by-form emma", "");
    private static final PageMarks.Reader TUTOR = new PageMarks.Reader(null, "/t/a-token");

    private static SchoolSecret secret(Path file) {
        Duration any = Duration.ofMinutes(1);
        return new SchoolSecret(
                new PortfolioProperties(
                        PortfolioProperties.Store.MEMORY, null, null, null, false, null, 0, null, 1, any, any),
                file);
    }

    private static PageMarks at(SchoolSecret secret, Instant now) {
        return new PageMarks(secret, InstantSource.fixed(now));
    }

    @Test
    void a_mark_says_the_account_or_the_address_and_names_neither(@TempDir Path folder) {
        PageMarks marks = at(secret(folder.resolve("key")), NOW);
        for (PageMarks.Reader each : new PageMarks.Reader[] {EMMA, TUTOR}) {
            assertThat(marks.opened(marks.sealed(each))).isEqualTo(each);
            assertThat(marks.sealed(each)).doesNotContain("emma", "token").isNotEqualTo(marks.sealed(each));
        }
    }

    @Test
    void a_mark_outlasts_the_server_a_day_and_no_longer(@TempDir Path folder) {
        Path file = folder.resolve("key");
        String mark = at(secret(file), NOW).sealed(EMMA);
        assertThat(at(secret(file), NOW.plus(PageMarks.LONGEST)).opened(mark)).isEqualTo(EMMA);
        assertThat(at(secret(file), NOW.plus(PageMarks.LONGEST).plusSeconds(1)).opened(mark))
                .isNull();
    }

    @Test
    void a_mark_of_another_school_or_made_for_another_use_is_none(@TempDir Path folder) {
        SchoolSecret secret = secret(folder.resolve("key"));
        PageMarks marks = at(secret, NOW);
        assertThat(marks.opened(at(secret(folder.resolve("other")), NOW).sealed(EMMA)))
                .isNull();
        assertThat(marks.opened(
                        secret.sealed("key emma", "1 by-form emma".getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .isNull();
        assertThat(marks.opened("")).isNull();
    }
}
