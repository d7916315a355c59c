package org.eportfolio.console.picture;

import java.awt.image.BufferedImage;

/** Turns a small picture as its Exif orientation says (Exif 2.3, tag 0x0112): the JDK's readers do not. */
final class Upright {
    private Upright() {}

    /**
     * The picture upright; itself where it is.
     *
     * @param orientation 1 (upright) to 8
     */
    static BufferedImage turned(BufferedImage lying, int orientation) {
        if (orientation < 2 || orientation > 8) return lying;
        boolean onItsSide = orientation > 4;
        int width = onItsSide ? lying.getHeight() : lying.getWidth();
        int height = onItsSide ? lying.getWidth() : lying.getHeight();
        BufferedImage upright = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) upright.setRGB(x, y, from(lying, orientation, x, y));
        }
        return upright;
    }

    private static int from(BufferedImage lying, int orientation, int x, int y) {
        int right = lying.getWidth() - 1;
        int bottom = lying.getHeight() - 1;
        return switch (orientation) {
            case 2 -> lying.getRGB(right - x, y);
            case 3 -> lying.getRGB(right - x, bottom - y);
            case 4 -> lying.getRGB(x, bottom - y);
            case 5 -> lying.getRGB(y, x);
            case 6 -> lying.getRGB(y, bottom - x);
            case 7 -> lying.getRGB(right - y, bottom - x);
            default -> lying.getRGB(right - y, x);
        };
    }
}
