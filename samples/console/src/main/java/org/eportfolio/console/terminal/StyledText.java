package org.eportfolio.console.terminal;

import java.util.ArrayList;
import java.util.List;
import org.eportfolio.framework.Level;

/** Text with styles, which terminals without styles leave out. Control characters are replaced. */
public record StyledText(List<Span> spans) {
    private static final String PLAIN = "";

    /** Text in one style; the style is ours, an SGR code, never data. */
    public record Span(String text, String style) {
        public Span {
            text = PrintableText.of(text);
        }
    }

    public StyledText {
        spans = List.copyOf(spans);
    }

    public static StyledText of(String text) {
        return styled(text, PLAIN);
    }

    public static StyledText bold(String text) {
        return styled(text, "1");
    }

    public static StyledText faint(String text) {
        return styled(text, "2");
    }

    /** Text in the level's own colour, as a patch of it that stays readable on dark and light terminals. */
    public static StyledText level(Level level, String text) {
        int rgb = Integer.parseInt(level.colour().substring(1), 16);
        int red = rgb >> 16;
        int green = (rgb >> 8) & 0xFF;
        int blue = rgb & 0xFF;
        int background = 16 + 36 * step(red) + 6 * step(green) + step(blue);
        boolean bright = red * 299 + green * 587 + blue * 114 > 140_000;
        return styled(text, "48;5;" + background + ";38;5;" + (bright ? 16 : 231));
    }

    /** Of the six steps of each colour in the table of 256. */
    private static int step(int value) {
        return value < 48 ? 0 : value < 115 ? 1 : (value - 35) / 40;
    }

    private static StyledText styled(String text, String style) {
        return new StyledText(List.of(new Span(text, style)));
    }

    public StyledText and(String text) {
        return and(of(text));
    }

    public StyledText and(StyledText more) {
        List<Span> all = new ArrayList<>(spans);
        all.addAll(more.spans);
        return new StyledText(all);
    }

    public int width() {
        return spans.stream().mapToInt(span -> PrintableText.width(span.text())).sum();
    }
}
