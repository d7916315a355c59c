package org.eportfolio.web.cohort;

import java.util.ArrayList;
import java.util.List;
import org.eportfolio.dossier.Help;
import org.eportfolio.dossier.HelpKind;
import org.eportfolio.dossier.HelpStatement;
import org.eportfolio.web.look.Choice;
import org.eportfolio.web.look.Field;
import org.eportfolio.web.look.Sent;
import org.eportfolio.web.look.Words;

/** The part of a form in which one says which help one had, from a person, a document or an AI tool. */
final class Helped {
    private Helped() {}

    static Field[] fields(Words words) {
        List<Choice> kinds = new ArrayList<>(List.of(new Choice("", words.say("help.none"))));
        for (HelpKind each : HelpKind.values()) kinds.add(new Choice(each.name(), Words.name(each)));
        return new Field[] {
            Field.choice("help", words.say("help"), kinds, null),
            Field.line("which", words.say("help.which"), null).hint(words.say("help.which.hint")),
            Field.line("forWhat", words.say("help.for"), null),
            Field.text("changed", words.say("help.changed"), null)
        };
    }

    static HelpStatement stated(Sent form) {
        if (form.text("help") == null) return HelpStatement.none();
        String which = form.needed("which");
        Help help = switch (form.one(HelpKind.class, "help")) {
            case PERSON -> Help.fromPerson(which);
            case DOCUMENT -> Help.fromDocument(which);
            case AI_TOOL -> Help.fromAiTool(which);
        };
        return HelpStatement.of(help.usedFor(form.needed("forWhat")).changing(form.orEmpty("changed")));
    }
}
