package org.eportfolio.reflection;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eportfolio.InvalidInputException;

/**
 * The questions that guide a reflection, as data, in one or several languages. What it asks never changes under one id:
 * other questions are another version.
 *
 * @param title by language, a BCP 47 tag such as {@code fr}; at least one, and every text below speaks the same ones
 * @param questions in the order in which they are asked, 1 to 30
 */
public record ReflectionTemplate(TemplateId id, Map<String, String> title, List<Question> questions) {
    private static final int MOST_QUESTIONS = 30;
    private static final int LONGEST = 600;

    /**
     * One question.
     *
     * @param id names it in the answers: 1 to 40 characters
     * @param text by language
     * @param hint how to look for an answer, by language; empty when there is none
     * @param required whether a reflection cannot be shared without an answer to it
     */
    public record Question(String id, Map<String, String> text, Map<String, String> hint, boolean required) {
        public Question {
            worded(id, "id", 40);
            text = ordered(text);
            hint = ordered(hint);
        }
    }

    public ReflectionTemplate {
        Objects.requireNonNull(id, "id");
        title = ordered(title);
        questions = List.copyOf(questions);
        InvalidInputException.unless(!title.isEmpty(), "title", "template.no-language");
        for (String language : title.keySet()) {
            InvalidInputException.unless(Guide.isLanguage(language), "title", "language.tag");
        }
        title.forEach((language, text) -> worded(text, "title." + language, LONGEST));
        InvalidInputException.unless(
                !questions.isEmpty() && questions.size() <= MOST_QUESTIONS,
                "questions",
                "template.questions",
                MOST_QUESTIONS,
                questions.size());
        Set<String> seen = new HashSet<>();
        for (Question question : questions) {
            String path = "questions." + question.id();
            InvalidInputException.unless(seen.add(question.id()), path, "template.question-twice", question.id());
            speaks(title.keySet(), question.text(), path + ".text");
            if (!question.hint().isEmpty()) speaks(title.keySet(), question.hint(), path + ".hint");
        }
    }

    private static void speaks(Set<String> languages, Map<String, String> texts, String path) {
        InvalidInputException.unless(
                texts.keySet().equals(languages), path, "template.languages", languages, texts.keySet());
        texts.forEach((language, text) -> worded(text, path + "." + language, LONGEST));
    }

    private static void worded(String text, String path, int longest) {
        InvalidInputException.unless(!text.isBlank(), path, "text.blank");
        InvalidInputException.unless(text.length() <= longest, path, "text.too-long", longest, text.length());
        InvalidInputException.unless(text.codePoints().noneMatch(Character::isISOControl), path, "text.control");
    }

    private static Map<String, String> ordered(Map<String, String> texts) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    /** The questions as they are put in this language, or a refusal that names the languages there are. */
    public Guide in(String language) {
        String titled = title.get(language);
        InvalidInputException.unless(
                titled != null, "language", "template.not-in-language", id, language, title.keySet());
        return new Guide(
                id,
                language,
                Objects.requireNonNull(titled),
                questions.stream()
                        .map(each -> new Guide.Question(
                                each.id(),
                                Objects.requireNonNull(each.text().get(language)),
                                each.hint().get(language),
                                each.required()))
                        .toList());
    }
}
