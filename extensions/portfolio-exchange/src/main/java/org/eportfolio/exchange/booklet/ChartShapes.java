package org.eportfolio.exchange.booklet;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.util.Map;
import org.eportfolio.assessment.Perspective;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The lines, marks and letters of a {@link StepChart}, in the colours and dashes that its page has on a screen. */
record ChartShapes(Graphics2D on, Glyphs glyphs) {
    private static final double LETTERS = 12.5;
    private static final Color INK = new Color(0x1C2430);
    private static final Color GRID = new Color(0xD5DBE3);
    private static final Color AXIS = new Color(0x5A6677);
    private static final Map<String, Color> COLOURS = Map.of(
            "self", new Color(0x0B5CAD),
            "peer", new Color(0x8A4B00),
            "tutor", new Color(0x7A1F8A),
            "teacher", new Color(0x14612B));
    private static final Map<String, float[]> DASHES =
            Map.of("self", new float[] {8, 4}, "peer", new float[] {2, 4}, "tutor", new float[] {10, 3, 2, 3});

    /** In CSS pixels, and pixels for each unit of the drawing. */
    record Size(double width, double height, double scale) {}

    static Size size(Element chart) {
        String[] box = chart.getAttribute("viewBox").split(" ");
        double width = number(chart, "width");
        double scale = width / Double.parseDouble(box[2]);
        return new Size(width, Double.parseDouble(box[3]) * scale, scale);
    }

    void draw(Element chart) {
        for (Node each = chart.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element shape) shape(shape);
        }
    }

    private void shape(Element shape) {
        switch (shape.getNodeName()) {
            case "line" -> line(shape);
            case "text" -> letters(shape);
            case "path" -> path(shape);
            default -> {}
        }
    }

    private void line(Element shape) {
        on.setColor(shape.getAttribute("class").equals("grid") ? GRID : AXIS);
        on.setStroke(new BasicStroke(1));
        on.draw(new Line2D.Double(number(shape, "x1"), number(shape, "y1"), number(shape, "x2"), number(shape, "y2")));
    }

    private void letters(Element shape) {
        String text = shape.getTextContent();
        double width = glyphs.width(text, LETTERS);
        double x = number(shape, "x") - (shape.getAttribute("text-anchor").equals("end") ? width : 0);
        on.setColor(INK);
        on.fill(AffineTransform.getTranslateInstance(x, number(shape, "y"))
                .createTransformedShape(glyphs.outline(text, LETTERS)));
    }

    /** A line or the marks of one {@link Perspective}. */
    private void path(Element shape) {
        String[] kind = shape.getAttribute("class").split(" ");
        Color colour = COLOURS.getOrDefault(kind[1], INK);
        var drawn = PathText.shape(shape.getAttribute("d"));
        if (kind[0].equals("mark")) {
            on.setColor(colour);
            on.fill(drawn);
            on.setColor(Color.WHITE);
            on.setStroke(new BasicStroke(1));
        } else {
            on.setColor(colour);
            on.setStroke(
                    new BasicStroke(2.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES.get(kind[1]), 0));
        }
        on.draw(drawn);
    }

    private static double number(Element shape, String attribute) {
        return Double.parseDouble(shape.getAttribute(attribute));
    }
}
