package org.eportfolio.dossier;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;

/**
 * What a learner states on the help they had with a production, a reflection, a report or a mission. It is believed:
 * nothing checks it, and nothing follows from it in the library. Immutable.
 *
 * @param helps what they had; empty says that they had no help
 */
public record HelpStatement(@NotNull @Size(max = 20) List<@NotNull @Valid Help> helps) {
    public HelpStatement {
        helps = List.copyOf(helps);
        for (int i = 0; i < helps.size(); i++) {
            Help each = helps.get(i);
            InvalidInputException.unless(
                    each.kind() != HelpKind.AI_TOOL || !each.changed().isBlank(),
                    "helps[" + i + "].changed",
                    "help.changed",
                    each.which());
        }
    }

    /** That there was no help; not the same as saying nothing. */
    public static HelpStatement none() {
        return new HelpStatement(List.of());
    }

    public static HelpStatement of(Help... helps) {
        return new HelpStatement(List.of(helps));
    }

    /** Whether an AI tool is among it. */
    public boolean namesAiTool() {
        return helps.stream().anyMatch(each -> each.kind() == HelpKind.AI_TOOL);
    }

    /** The statement in sentences, for a page: one that there was no help, or one for each help. */
    public List<Message> messages() {
        if (helps.isEmpty()) return List.of(Message.of("help.none"));
        return helps.stream().map(HelpStatement::message).toList();
    }

    private static Message message(Help help) {
        if (help.which().isBlank()) return Message.of("help.withheld", help.kind());
        return help.changed().isBlank()
                ? Message.of("help.said", help.kind(), help.which(), help.forWhat())
                : Message.of("help.said-changed", help.kind(), help.which(), help.forWhat(), help.changed());
    }

    /** What others than the learner and the team see: that a person helped, not who or how. */
    public HelpStatement withoutPeople() {
        return new HelpStatement(helps.stream()
                .map(each -> each.kind() == HelpKind.PERSON ? new Help(HelpKind.PERSON, "", "", "") : each)
                .toList());
    }
}
