package org.eportfolio.reflection;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eportfolio.InputBounds;
import org.eportfolio.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * The questions of one template version in one language, as the learner met them. Kept in the reflection itself, so that
 * it can be read when the plugin that brought the template is long gone.
 *
 * @param language BCP 47 tag
 */
public record Guide(TemplateId template, String language, String title, List<Question> questions) {
    private static final Pattern LANGUAGE = Pattern.compile(InputBounds.LANGUAGE_TAG);

    /** One question in one language; {@code hint} is {@code null} when there is none. */
    public record Question(String id, String text, @Nullable String hint, boolean required) {
        public Question {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(text, "text");
        }
    }

    public Guide {
        Objects.requireNonNull(template, "template");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(title, "title");
        questions = List.copyOf(questions);
    }

    static boolean isLanguage(String tag) {
        return LANGUAGE.matcher(tag).matches();
    }

    /** Refuses a question that is not asked here. */
    public void requireAsked(String question) {
        InvalidInputException.unless(
                asked().contains(question), "question", "reflection.no-question", question, template, asked());
    }

    /** Refuses answers to what is not asked here, and two answers to one question. */
    public void requireFitting(List<Answer> answers) {
        Set<String> seen = new HashSet<>();
        for (Answer answer : answers) {
            InvalidInputException.unless(
                    asked().contains(answer.question()),
                    "answers",
                    "reflection.no-question",
                    answer.question(),
                    template,
                    asked());
            InvalidInputException.unless(
                    seen.add(answer.question()), "answers", "reflection.answered-twice", answer.question());
        }
    }

    /**
     * Refuses to leave a required question open, and to share nothing at all.
     *
     * @param spoken the questions that a recording answers
     */
    public void requireAnswered(List<Answer> answers, Set<String> spoken) {
        Set<String> answered = answers.stream()
                .filter(answer -> !answer.text().isBlank())
                .map(Answer::question)
                .collect(Collectors.toCollection(HashSet::new));
        answered.addAll(spoken);
        List<String> open = questions.stream()
                .filter(question -> question.required() && !answered.contains(question.id()))
                .map(Question::text)
                .toList();
        InvalidInputException.unless(open.isEmpty(), "answers", "reflection.unanswered", open);
        InvalidInputException.unless(!answered.isEmpty(), "answers", "reflection.nothing");
    }

    /** The ids of all questions, in their order. */
    public List<String> asked() {
        return questions.stream().map(Question::id).toList();
    }
}
