package org.eportfolio.exchange.booklet;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Graphics2D;
import java.io.File;
import java.util.List;
import org.w3c.dom.Element;

/**
 * Draws the charts of a booklet into its PDF, of SVG only what {@link StepChart} writes. Letters are drawn as outlines of the
 * booklet's own fonts, so that neither fonts of the machine nor an SVG library is needed. Names the optional renderer's classes.
 */
final class ChartDrawer implements SVGDrawer {
    private final Glyphs glyphs;

    ChartDrawer(Glyphs glyphs) {
        this.glyphs = glyphs;
    }

    @Override
    public SVGImage buildSVGImage(
            Element chart, Box box, CssContext style, double width, double height, double dotsPerPixel) {
        return new Chart(chart, ChartShapes.size(chart), dotsPerPixel, glyphs);
    }

    /** One chart, in the size that its {@code width} and {@code viewBox} give. */
    private record Chart(Element chart, ChartShapes.Size size, double dotsPerPixel, Glyphs glyphs) implements SVGImage {
        @Override
        public int getIntrinsicWidth() {
            return (int) Math.round(size.width() * dotsPerPixel);
        }

        @Override
        public int getIntrinsicHeight() {
            return (int) Math.round(size.height() * dotsPerPixel);
        }

        @Override
        public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
            device.drawWithGraphics((float) x, (float) y, (float) size.width(), (float) size.height(), this::draw);
        }

        private void draw(Graphics2D on) {
            on.scale(size.scale(), size.scale());
            new ChartShapes(on, glyphs).draw(chart);
        }
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> fonts, SharedContext shared) {}

    @Override
    public void addFontFile(File font, String family, Integer weight, FontStyle style) {}

    @Override
    public void close() {}
}
