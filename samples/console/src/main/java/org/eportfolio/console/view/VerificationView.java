package org.eportfolio.console.view;

import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.journal.Verification;

/** What a verification of the journal found. */
public record VerificationView(Verification verification) implements View {
    @Override
    public Object document() {
        return new VerificationAnswer(verification.sound(), verification);
    }

    /** What {@code --json} writes. */
    public record VerificationAnswer(boolean sound, Verification verification) {}

    @Override
    public void print(Screen screen, Texts texts) {
        screen.line(
                texts.say("journal.checked", verification.scopes(), verification.entries(), verification.records()));
        if (verification.sound()) screen.line(texts.say("journal.sound"));
        verification.faults().forEach(fault -> screen.line("  " + fault.in(texts.locale())));
    }
}
