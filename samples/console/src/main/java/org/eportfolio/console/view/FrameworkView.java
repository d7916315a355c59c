package org.eportfolio.console.view;

import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.framework.Bloc;
import org.eportfolio.framework.Competency;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.SubCompetency;

/** One framework with its blocs and competencies. */
public record FrameworkView(Framework framework) implements View {
    @Override
    public Object document() {
        return framework;
    }

    @Override
    public void print(Screen screen, Texts texts) {
        screen.line(StyledText.bold(framework.title()).and(StyledText.faint("   " + framework.id())));
        for (Bloc bloc : framework.blocs()) {
            screen.blank();
            screen.line(StyledText.bold(bloc.code() + "  " + bloc.label()));
            for (Competency competency : bloc.competencies()) {
                screen.line("  " + competency.code() + "  " + competency.label());
                for (SubCompetency part : competency.subCompetencies()) {
                    screen.line("      " + part.code() + "  " + part.label());
                }
            }
            if (!bloc.knowledge().isEmpty()) {
                screen.line(StyledText.faint("  "
                        + texts.count("framework.knowledge", bloc.knowledge().size())));
            }
        }
        if (!framework.notes().isEmpty()) {
            screen.blank();
            screen.line(StyledText.bold(texts.say("framework.notes")));
            framework.notes().forEach(note -> screen.line("  - " + note));
        }
    }
}
