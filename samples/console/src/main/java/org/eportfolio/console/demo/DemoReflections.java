package org.eportfolio.console.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.HelpStatement;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.Feedback;
import org.eportfolio.reflection.NewAuthorisation;
import org.eportfolio.reflection.NewRecording;
import org.eportfolio.reflection.NewReflection;
import org.eportfolio.reflection.Playback;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.Subject;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;

/** Explaining how one did it: in writing, in speech, and with the questions of the team. */
record DemoReflections(DemoStage stage) implements DemoPart {
    /** Bytes in place of a sound. */
    private static final byte[] SOUND = new byte[4_000];

    @Override
    public Map<String, Act> acts() {
        return Map.of(
                "reflect",
                        (event, desk) -> Outcome.of(desk.reflections().share(stage.dossier(event), reflection(event))),
                "prompt",
                        (event, desk) -> Outcome.of(desk.feedback()
                                .prompt(
                                        Subject.of(stage.of(Reflection.class, event)),
                                        event.tree().text("text"))),
                "reply",
                        (event, desk) -> {
                            Feedback prompt = stage.of(Feedback.class, event);
                            return Outcome.of(desk.feedback()
                                    .reply(
                                            prompt.subject().dossier(),
                                            prompt.id(),
                                            event.tree().text("text")));
                        },
                "record",
                        (event, desk) -> Outcome.of(desk.recordings()
                                .add(
                                        stage.dossier(event),
                                        stage.of(Reflection.class, event).id(),
                                        recording(event))),
                "represent",
                        (event, desk) -> Outcome.of(desk.grants()
                                .give(NewGrant.of(event.tree().text("person"), Role.REPRESENTATIVE)
                                        .over(stage.dossier(event)))),
                "ask",
                        (event, desk) ->
                                Outcome.of(desk.authorisations().request(stage.dossier(event), authorisation(event))),
                "authorise",
                        (event, desk) ->
                                signed(event, asked -> desk.authorisations().give(asked.dossier(), asked.id())),
                "of-age",
                        (event, desk) ->
                                signed(event, asked -> desk.authorisations().confirm(asked.dossier(), asked.id())),
                "withdraw",
                        (event, desk) -> signed(
                                event,
                                asked -> desk.authorisations().withdrawLeavingTranscript(asked.dossier(), asked.id())),
                "listen", (event, desk) -> listen(event, desk));
    }

    private static NewReflection reflection(DemoEvent event) {
        JsonObject tree = event.tree();
        NewReflection reflection = NewReflection.on(tree.text("action"), DemoEvent.mission(tree.text("mission")))
                .guidedBy(tree.text("template"), "fr");
        for (Map.Entry<String, String> each : tree.map("answers").entrySet()) {
            reflection = reflection.answering(each.getKey(), each.getValue());
        }
        HelpStatement help = event.help();
        return help == null ? reflection : reflection.stating(help);
    }

    private static NewRecording recording(DemoEvent event) {
        JsonObject tree = event.tree();
        NewAttachment sound = NewAttachment.of(tree.text("file"), "audio/mpeg", () -> new ByteArrayInputStream(SOUND))
                .transcribed(tree.text("transcript"))
                .captioned(
                        () -> new ByteArrayInputStream(("WEBVTT\n\n00:00.000 --> 00:05.000\n" + tree.text("transcript"))
                                .getBytes(StandardCharsets.UTF_8)));
        return NewRecording.of(sound, Duration.ofSeconds(Long.parseLong(tree.text("seconds"))))
                .forProject(tree.text("project"));
    }

    private static NewAuthorisation authorisation(DemoEvent event) {
        JsonObject tree = event.tree();
        return NewAuthorisation.toRecord(tree.text("learner"))
                .comingOfAgeOn(LocalDate.parse(tree.text("ofAge")))
                .forProject(tree.text("project"))
                .use(tree.text("use"))
                .recipients(tree.text("recipients"))
                .until(LocalDate.parse(tree.text("until")));
    }

    private Outcome signed(DemoEvent event, UnaryOperator<Authorisation> signing) {
        Authorisation signed = signing.apply(stage.of(Authorisation.class, event));
        stage.name(event.tree().text("of"), signed);
        return Outcome.of(signed);
    }

    /** What of the recording a person may get now. */
    private Outcome listen(DemoEvent event, Desk desk) {
        Playback heard = desk.recordings()
                .of(stage.dossier(event), stage.of(Reflection.class, event).id())
                .get(0);
        if (heard.playable()) throw new IllegalStateException("it was withdrawn");
        return Outcome.of(heard)
                .with("standing", heard.standing())
                .with("transcript", Objects.requireNonNull(heard.transcript()));
    }
}
