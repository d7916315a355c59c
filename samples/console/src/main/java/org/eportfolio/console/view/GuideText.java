package org.eportfolio.console.view;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.reflection.Answer;
import org.eportfolio.reflection.Guide;

/**
 * Questions and answers as plain text: a line {@code # begin - What did you begin with?} opens the answer to the question
 * {@code begin}, which goes on to the next such line.
 */
public record GuideText(Map<String, String> answers) {
    private static final Pattern QUESTION = Pattern.compile("#\\s*([^\\s]+).*");
    private static final Path STANDARD_INPUT = Path.of("-");

    public static GuideText read(Path from) throws IOException {
        byte[] bytes = from.equals(STANDARD_INPUT) ? System.in.readAllBytes() : Files.readAllBytes(from);
        return of(StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString());
    }

    static GuideText of(String text) {
        Map<String, String> answers = new LinkedHashMap<>();
        String question = null;
        for (String line : text.lines().toList()) {
            Matcher opens = QUESTION.matcher(line);
            if (opens.matches()) question = opens.group(1);
            else if (question != null) answers.merge(question, line, (before, more) -> before + "\n" + more);
        }
        answers.replaceAll((each, answer) -> answer.strip());
        answers.values().removeIf(String::isEmpty);
        return new GuideText(answers);
    }

    public static List<StyledText> toFillIn(Guide guide) {
        List<StyledText> lines = new ArrayList<>();
        for (Guide.Question each : guide.questions()) {
            lines.add(StyledText.of("# " + each.id() + " - " + each.text() + (each.required() ? " *" : "")));
            lines.add(StyledText.of(""));
        }
        return lines;
    }

    public static List<StyledText> answered(Guide guide, List<Answer> answers) {
        List<StyledText> lines = new ArrayList<>();
        for (Guide.Question question : guide.questions()) {
            answers.stream()
                    .filter(each -> each.question().equals(question.id()))
                    .forEach(each -> {
                        lines.add(StyledText.faint("    " + question.text()));
                        lines.add(StyledText.of("      " + each.text()));
                    });
        }
        return lines;
    }
}
