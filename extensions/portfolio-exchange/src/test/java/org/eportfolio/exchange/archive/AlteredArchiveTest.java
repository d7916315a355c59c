package org.eportfolio.exchange.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.assertj.core.api.AbstractThrowableAssert;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Portfolio;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.spi.PortfolioStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Row E1: what was altered is refused, and the refusal says what; nothing of it comes in. */
class AlteredArchiveTest extends Archives {
    private Path archive = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private PortfolioStore store;

    @SuppressWarnings("NullAway.Init")
    private Portfolio there;

    @SuppressWarnings("NullAway.Init")
    private Desk head;

    private String before = "";

    @BeforeEach
    void an_archive_and_a_place_for_it() throws IOException {
        archive = exported(school.head, emmas());
        store = stores.open(Files.createDirectory(folder.resolve("there")));
        there = Portfolio.with(store).clock(school.clock).build();
        head = there.setUp("directrice");
        before = state();
    }

    private String state() throws IOException {
        Path all = folder.resolve("state.zip");
        Exchange.ofDefaults().export(head, new Extent.OfOrganisation(), "archive", all);
        String state = HexFormat.of().formatHex(Manifest.sha256().digest(Files.readAllBytes(all)));
        Files.delete(all);
        return state;
    }

    @AfterEach
    void nothing_came_in() throws IOException {
        assertThat(state()).isEqualTo(before);
        assertThat(store.contents().list(null, 10)).isEmpty();
        there.close();
    }

    private AbstractThrowableAssert<?, ?> refusing(Path file) {
        return assertThatThrownBy(() ->
                        EXCHANGE.importFrom(head, file, "archive", ImportOptions.ofDefaults(), (done, total) -> true))
                .isInstanceOf(InvalidInputException.class);
    }

    private Path written(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("altered.zip"), bytes);
    }

    @Test
    void a_single_byte_anywhere_is_noticed() throws IOException {
        byte[] bytes = Files.readAllBytes(archive);
        Random random = new Random(6);
        for (int i = 0; i < 300; i++) {
            byte[] altered = bytes.clone();
            int at = i < 100 ? bytes.length - 1 - i : random.nextInt(bytes.length);
            altered[at] ^= (byte) (1 << random.nextInt(8));
            refusing(written(altered))
                    .satisfies(each -> assertThat(each.getMessage()).contains("checksum"));
        }
        refusing(written(Arrays.copyOf(bytes, bytes.length - 1)));
        refusing(written(Arrays.copyOf(bytes, bytes.length + 1)));
        refusing(written(new byte[0]));
    }

    @Test
    void entries_that_are_missing_extra_or_other_ones_are_named() throws IOException {
        Map<String, byte[]> entries = Zips.entries(archive);

        Map<String, byte[]> more = new LinkedHashMap<>(entries);
        more.put("contents/intrus", new byte[] {1});
        refusing(Zips.sealed(folder.resolve("a.zip"), more)).hasMessageContaining("contents/intrus");

        Map<String, byte[]> less = new LinkedHashMap<>(entries);
        less.remove("records/goal.jsonl");
        refusing(Zips.sealed(folder.resolve("b.zip"), less)).hasMessageContaining("records/goal.jsonl");

        Map<String, byte[]> other = new LinkedHashMap<>(entries);
        other.computeIfPresent("records/goal.jsonl", (name, bytes) -> {
            byte[] changed = bytes.clone();
            changed[bytes.length / 2] ^= 1;
            return changed;
        });
        refusing(Zips.sealed(folder.resolve("c.zip"), other)).hasMessageContaining("records/goal.jsonl");

        Map<String, byte[]> manifest = new LinkedHashMap<>(entries);
        manifest.computeIfPresent(
                "manifest.json",
                (name, bytes) ->
                        text(bytes).replace("\"schema\" : 1", "\"schema\" : 2").getBytes(StandardCharsets.UTF_8));
        refusing(Zips.sealed(folder.resolve("d.zip"), manifest)).hasMessageContaining("laid out by schema 2");

        refusing(Zips.packed(folder.resolve("e.zip"), entries)).hasMessageContaining("packed anew");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** A forger who makes manifest and seal fit still cannot make the journal fit. */
    private AbstractThrowableAssert<?, ?> refusingForged(String entry, UnaryOperator<String> forgery)
            throws IOException {
        Map<String, byte[]> entries = Zips.entries(archive);
        entries.computeIfPresent(entry, (name, bytes) -> {
            String forged = forgery.apply(text(bytes));
            assertThat(forged).isNotEqualTo(text(bytes));
            return forged.getBytes(StandardCharsets.UTF_8);
        });
        return refusing(Zips.forged(folder.resolve("forged.zip"), entries));
    }

    @Test
    void a_forged_manifest_and_seal_do_not_hide_what_the_journal_knows() throws IOException {
        refusingForged("records/assessment.jsonl", text -> text.replaceFirst("en-cours", "maitrise"))
                .hasMessageContaining("assessment ")
                .hasMessageContaining("not what the journal says");
        refusingForged("records/assessment.jsonl", text -> text.substring(text.indexOf('\n') + 1))
                .hasMessageContaining("assessment ");
        refusingForged("records/goal.jsonl", text -> text + text).hasMessageContaining("goal ");
        refusingForged("journal.jsonl", text -> text.substring(text.indexOf('\n') + 1))
                .hasMessageContaining("journal ");
        refusingForged("journal.jsonl", text -> text.replaceFirst("LEARNER", "TEACHER"))
                .hasMessageContaining("journal ");
        refusingForged("records/alias.jsonl", text -> text.replaceAll("\"id\":\"(.)", "\"id\":\"f"))
                .hasMessageContaining("alias ");
        refusingForged("records/dossier.jsonl", text -> text.replace("emma", "malo"))
                .hasMessageContaining("dossier ");
        refusingForged("records/production.jsonl", text -> text.replace("\"body\":{", "\"body\": {"))
                .hasMessageContaining("records/production.jsonl:1");
        refusingForged("records/production.jsonl", text -> text.replaceFirst("}\n", "}"))
                .hasMessageContaining("records/production.jsonl:1");
    }

    @Test
    void what_is_spoken_of_and_not_there_is_named() throws IOException {
        Map<String, byte[]> entries = Zips.entries(archive);
        String file =
                entries.keySet().stream().filter(Layout::isContent).findFirst().orElseThrow();
        entries.remove(file);
        refusing(Zips.forged(folder.resolve("a.zip"), entries)).hasMessageContaining(Layout.hash(file));

        Map<String, byte[]> alone = Zips.entries(archive);
        alone.remove("records/adoption.jsonl");
        refusing(Zips.forged(folder.resolve("b.zip"), alone)).hasMessageContaining("adoption");

        Map<String, byte[]> strange = Zips.entries(archive);
        strange.put("records/strange.jsonl", new byte[0]);
        refusing(Zips.forged(folder.resolve("c.zip"), strange)).hasMessageContaining("strange");
    }

    @Test
    void a_file_whose_bytes_are_others_is_refused_and_leaves_no_trace() throws IOException {
        Map<String, byte[]> entries = Zips.entries(archive);
        String file = entries.keySet().stream()
                .filter(Layout::isContent)
                .reduce((one, two) -> two)
                .orElseThrow();
        byte[] manifest = entries.get("manifest.json");
        entries.computeIfPresent(file, (name, bytes) -> {
            byte[] changed = bytes.clone();
            changed[0] ^= 1;
            return changed;
        });
        entries.put("manifest.json", manifest);
        Path forged = Zips.sealed(folder.resolve("a.zip"), entries);
        refusing(forged).hasMessageContaining(Layout.hash(file));
        assertThatThrownBy(() -> EXCHANGE.importFrom(
                        head, forged, ImportOptions.ofDefaults().dry()))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void the_archive_itself_would_have_been_welcome() {
        assertThatCode(() -> EXCHANGE.importFrom(
                        head, archive, ImportOptions.ofDefaults().dry()))
                .doesNotThrowAnyException();
    }
}
