package org.eportfolio.console.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.certification.ExamFile;
import org.eportfolio.certification.NewExamFile;
import org.eportfolio.certification.Seal;
import org.eportfolio.certification.SealCheck;
import org.eportfolio.certification.SealedFile;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Production;
import org.eportfolio.framework.Fate;
import org.eportfolio.framework.Succession;
import org.eportfolio.framework.SuccessionPreview;
import org.jspecify.annotations.Nullable;

/** The candidate's own choice, sealed and checked from the file alone; and the framework that comes after. */
record DemoExam(DemoStage stage) implements DemoPart {
    @Override
    public Map<String, Act> acts() {
        return Map.of(
                "exam",
                        (event, desk) -> Outcome.of(desk.seals()
                                .begin(
                                        stage.dossier(event),
                                        NewExamFile.forUnit(
                                                        event.tree().text("title"),
                                                        event.tree().text("bloc"))
                                                .presenting(stage.named(
                                                        Production.class,
                                                        event.tree().text("showing"))))),
                "advise",
                        (event, desk) -> {
                            ExamFile file = stage.of(ExamFile.class, event);
                            return Outcome.of(desk.seals()
                                    .advise(
                                            file.dossier(),
                                            file.id(),
                                            event.tree().text("text")));
                        },
                "seal",
                        (event, desk) -> {
                            Seal seal = desk.seals().seal(stage.of(ExamFile.class, event));
                            return Outcome.of(seal).with("pieces", seal.pieces().size());
                        },
                "verify", (event, desk) -> verify(event, desk),
                "succeed", (event, desk) -> succeed(desk));
    }

    /** The file as it was sealed; then with one byte of a piece turned over. */
    private Outcome verify(DemoEvent event, Desk desk) {
        Seal seal = stage.of(Seal.class, event);
        Path file = null;
        try {
            file = Files.createTempFile("portfolio-demo-", ".zip");
            try (OutputStream to = Files.newOutputStream(file)) {
                desk.seals().write(seal.dossier(), seal.id(), to);
            }
            if (!SealedFile.verify(file).whole()) throw new IllegalStateException("the sealed file is not whole");
            byte[] bytes = Files.readAllBytes(file);
            bytes[place(event.tree().text("turning").getBytes(StandardCharsets.UTF_8), bytes)] ^= 1;
            Files.write(file, bytes);
            SealCheck.Fault fault = SealedFile.verify(file).faults().get(0);
            return Outcome.of(null).with("fault", fault.message());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            remove(file);
        }
    }

    private static int place(byte[] text, byte[] bytes) {
        for (int at = 0; at + text.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + text.length, text, 0, text.length)) return at;
        }
        throw new IllegalStateException("the sealed file does not hold the text that is looked for");
    }

    private static void remove(@Nullable Path file) {
        try {
            if (file != null) Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome succeed(Desk desk) {
        Succession succession = BundledFrameworks.successions().get(0);
        desk.frameworks().publish(BundledFrameworks.CS_SNO);
        desk.successions().publish(succession);
        SuccessionPreview preview = desk.successions().preview(succession.from(), succession.to());
        return Outcome.of(null)
                .with("from", succession.from())
                .with("to", succession.to())
                .with("dossiers", preview.dossiers())
                .with("oneToOne", preview.assessments(Fate.ONE_TO_ONE))
                .with("none", preview.assessments(Fate.NONE));
    }
}
