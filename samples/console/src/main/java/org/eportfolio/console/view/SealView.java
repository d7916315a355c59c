package org.eportfolio.console.view;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.eportfolio.Message;
import org.eportfolio.certification.JuryFile;
import org.eportfolio.certification.Seal;
import org.eportfolio.certification.SealCheck;
import org.eportfolio.certification.SealedPiece;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.Selector;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.spi.Hash;
import org.jspecify.annotations.Nullable;

/** Sealed files in words. */
public final class SealView {
    private SealView() {}

    public static StyledText title(Seal seal, Lookup lookup) {
        return title(seal.unit().title(), seal.sealedAt(), lookup).and(Selector.marked(seal.id()));
    }

    private static StyledText title(String unit, Instant at, Lookup lookup) {
        return StyledText.bold(unit).and("   " + lookup.texts().say("seal.at", lookup.dayAndTime(at)));
    }

    public static Result of(Seal seal, Lookup lookup) {
        return Result.of(seal, (screen, texts) -> {
            screen.line(title(seal, lookup));
            contents(JuryFile.of(seal), screen, texts);
        });
    }

    /** As the jury sees it. */
    public static Result of(JuryFile file, Lookup lookup) {
        return Result.of(file, (screen, texts) -> {
            screen.line(title(file.unit().title(), file.sealedAt(), lookup));
            contents(file, screen, texts);
        });
    }

    private static void contents(JuryFile file, Screen screen, Texts texts) {
        ExamView.use(file.use(), screen, texts);
        for (SealedPiece each : file.pieces()) {
            screen.line(StyledText.of("  " + each.path())
                    .and(StyledText.faint(
                            "  " + texts.say("seal.bytes", each.content().size()) + "  "
                                    + each.content().sha256())));
        }
        screen.line(StyledText.of(texts.say("seal.root") + " ")
                .and(StyledText.bold(file.root().toString())));
        if (file.signature() != null)
            screen.line(texts.say("seal.signed", file.signature().algorithm()));
    }

    /** What {@code --json} writes of a check. */
    public record SealAnswer(
            boolean whole,
            @Nullable Hash root,
            org.eportfolio.spi.@Nullable Signature signature,
            List<SealFault> faults) {
        static SealAnswer of(SealCheck check) {
            return new SealAnswer(
                    check.whole(),
                    check.root(),
                    check.signature(),
                    check.faults().stream()
                            .map(each -> new SealFault(each.wrong(), each.path(), each.message()))
                            .toList());
        }
    }

    /** What is wrong with a sealed file, and where. */
    public record SealFault(SealCheck.Wrong wrong, String path, Message message) {}

    public static Result of(SealCheck check, Path file) {
        return Result.of(SealAnswer.of(check), (screen, texts) -> {
            if (check.root() != null) {
                screen.line(StyledText.of(texts.say("seal.root") + " ")
                        .and(StyledText.bold(check.root().toString())));
            }
            if (check.signature() != null) {
                screen.line(texts.say("seal.signed", check.signature().algorithm()));
            }
            if (check.whole()) {
                screen.line(texts.say("seal.whole", file.getFileName()));
                screen.line(StyledText.faint(texts.say("seal.compare")));
            }
            check.faults().forEach(each -> screen.line("- " + each.message().in(texts.locale())));
        });
    }
}
