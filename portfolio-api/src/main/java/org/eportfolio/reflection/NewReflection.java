package org.eportfolio.reflection;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eportfolio.InputBounds;
import org.eportfolio.Line;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.HelpStatement;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Setting;
import org.eportfolio.id.ReflectionId;
import org.jspecify.annotations.Nullable;

/**
 * A reflection to be drafted or shared: {@code NewReflection.on("Installer le module de paiement",
 * mission).guidedBy("explicitation@1", "fr").answering("begin", "J'ai lu la documentation.")}. Immutable.
 *
 * @param action the one precise action that it is about, in a line
 * @param setting the one situation in which that action took place
 * @param follows the reflection of the cycle before, of the same dossier; {@code null} for a first cycle
 */
public record NewReflection(
        @NotNull @Line String action,
        @NotNull @Valid Setting setting,
        @NotNull TemplateId template,

        @NotNull @Pattern(regexp = InputBounds.LANGUAGE_TAG, message = "{language.tag}")
        String language,

        @NotNull @Size(max = 30) List<@NotNull @Valid Answer> answers,
        @NotNull @Size(max = 100) List<@NotNull Citation> evidence,
        @Nullable ReflectionId follows,
        @Nullable @Valid HelpStatement helpStated) {
    public NewReflection {
        answers = Objects.requireNonNullElse(answers, List.of());
        evidence = Objects.requireNonNullElse(evidence, List.of());
    }

    /** Free text in French, until guided otherwise. */
    public static NewReflection on(String action, Setting setting) {
        return new NewReflection(action, setting, new TemplateId("free", 1), "fr", List.of(), List.of(), null, null);
    }

    /** What stands in a reflection, to be changed and given to a revision. */
    public static NewReflection of(Reflection reflection) {
        Reflection.Version current = reflection.current();
        return new NewReflection(
                reflection.action(),
                reflection.setting(),
                reflection.guide().template(),
                reflection.guide().language(),
                current.answers(),
                current.evidence().stream()
                        .map(each -> new Citation(each.dossier(), each.production(), each.version()))
                        .toList(),
                reflection.follows(),
                current.helpStated());
    }

    /** @param id {@code name@version} */
    public NewReflection guidedBy(String id, String tag) {
        return new NewReflection(action, setting, TemplateId.of(id), tag, answers, evidence, follows, helpStated);
    }

    /** Answers a question, in place of what was answered to it before. */
    public NewReflection answering(String question, String text) {
        return new NewReflection(
                action,
                setting,
                template,
                language,
                Stream.concat(
                                answers.stream().filter(each -> !each.question().equals(question)),
                                Stream.of(new Answer(question, text)))
                        .toList(),
                evidence,
                follows,
                helpStated);
    }

    public NewReflection citing(Production production) {
        return citing(Citation.of(production));
    }

    public NewReflection citing(Citation citation) {
        return new NewReflection(
                action,
                setting,
                template,
                language,
                answers,
                Stream.concat(evidence.stream(), Stream.of(citation)).toList(),
                follows,
                helpStated);
    }

    /** A further cycle after this one. */
    public NewReflection following(ReflectionId before) {
        return new NewReflection(action, setting, template, language, answers, evidence, before, helpStated);
    }

    /** What help there was, also when there was none. */
    public NewReflection stating(HelpStatement help) {
        return new NewReflection(action, setting, template, language, answers, evidence, follows, help);
    }
}
