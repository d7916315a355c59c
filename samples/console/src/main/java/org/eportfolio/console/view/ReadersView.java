package org.eportfolio.console.view;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eportfolio.Message;
import org.eportfolio.access.AccessStep;
import org.eportfolio.access.Reader;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.Wording;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;

/** Who can read each dossier of a learner, with the reasons. */
public record ReadersView(List<DossierReaders> dossiers, Map<PersonId, String> names) {
    /**
     * The readers of one dossier.
     *
     * @param title whose it is, and under which adoption
     */
    public record DossierReaders(DossierId dossier, String title, List<Reader> readers) {
        public static DossierReaders of(Dossier dossier, List<Reader> readers, Lookup lookup) {
            String learner = lookup.name(dossier.learner());
            Optional<String> adoption = lookup.adoptionName(dossier.adoption());
            return new DossierReaders(
                    dossier.id(),
                    adoption.map(each -> learner + " (" + each + ")").orElse(learner),
                    readers);
        }
    }

    public static View of(List<DossierReaders> dossiers, Lookup lookup) {
        List<PersonId> people = dossiers.stream()
                .flatMap(part -> part.readers().stream())
                .map(Reader::person)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        ReadersView view = new ReadersView(dossiers, lookup.names(people));
        return Result.of(view, (screen, texts) -> view.print(new Wording(lookup), screen, texts));
    }

    private void print(Wording wording, Screen screen, Texts texts) {
        for (DossierReaders part : dossiers) {
            screen.heading(texts.say("access.who", part.title()));
            for (Reader each : part.readers()) {
                screen.line(StyledText.bold(who(each, texts)));
                for (AccessStep step : each.path().steps())
                    screen.line("    " + texts.say("access.step", wording.of(step.message())));
                if (!each.permissions().isEmpty()) screen.line("    " + permissions(each, texts));
            }
        }
    }

    private String who(Reader reader, Texts texts) {
        PersonId person = reader.person();
        if (person != null) {
            String name = names.getOrDefault(person, person.value());
            String id = " (" + person.value() + ")";
            return name.endsWith(id) ? name : name + id;
        }
        return texts.say(reader.path().role() == null ? "access.bearer" : "access.reviewers");
    }

    private static String permissions(Reader reader, Texts texts) {
        return reader.permissions().stream()
                .map(Enum::name)
                .sorted()
                .map(each -> Message.of("Permission." + each).in(texts.locale()))
                .collect(Collectors.joining(", "));
    }
}
