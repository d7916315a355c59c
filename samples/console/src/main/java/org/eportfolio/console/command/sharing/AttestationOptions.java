package org.eportfolio.console.command.sharing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eportfolio.workplace.NewAttestedDays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Days attested: all that were planned up to a day, but for those that are named. */
final class AttestationOptions {
    @Option(names = "--up-to", paramLabel = "DATE")
    @Nullable
    LocalDate upTo;

    @Option(names = "--missed", paramLabel = "DATE", split = ",")
    List<LocalDate> missed = new ArrayList<>();

    @Option(names = "--missed-half", paramLabel = "DATE", split = ",")
    List<LocalDate> missedHalf = new ArrayList<>();

    @Option(names = "--done", paramLabel = "DATE", split = ",")
    List<LocalDate> done = new ArrayList<>();

    @Option(names = "--made-up", paramLabel = "DATE", split = ",")
    List<LocalDate> madeUp = new ArrayList<>();

    @Option(names = "--made-up-half", paramLabel = "DATE", split = ",")
    List<LocalDate> madeUpHalf = new ArrayList<>();

    @Option(names = "--not-made-up", paramLabel = "DATE", split = ",")
    List<LocalDate> notMadeUp = new ArrayList<>();

    NewAttestedDays input() {
        NewAttestedDays input = upTo == null ? NewAttestedDays.upToToday() : NewAttestedDays.upTo(upTo);
        for (LocalDate each : missed) input = input.missed(each);
        for (LocalDate each : missedHalf) input = input.missedHalf(each);
        for (LocalDate each : done) input = input.done(each);
        for (LocalDate each : madeUp) input = input.madeUp(each);
        for (LocalDate each : madeUpHalf) input = input.madeUpHalf(each);
        for (LocalDate each : notMadeUp) input = input.notMadeUp(each);
        return input;
    }
}
