package org.eportfolio.console.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.PreviewMaker;
import org.eportfolio.spi.Stored;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** H8: previews of pictures by the JDK, with bounds that hostile pictures cannot leave. */
class PicturePreviewsTest {
    private final PicturePreviews previews = new PicturePreviews();

    private Optional<byte[]> of(byte[] bytes) throws IOException {
        return previews.preview(new PreviewMaker.Original(
                "image/whatever",
                new Stored(Hash.ofContent(bytes), bytes.length),
                () -> new ByteArrayInputStream(bytes)));
    }

    private BufferedImage small(byte[] bytes) throws IOException {
        return Objects.requireNonNull(
                ImageIO.read(new ByteArrayInputStream(of(bytes).orElseThrow())));
    }

    /** Sixteen by eight pixels of two colours. */
    private static byte[] drawn(String format) throws IOException {
        BufferedImage image = new BufferedImage(16, 8, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 16; x++) image.setRGB(x, x / 2, Color.ORANGE.getRGB());
        return written(image, format);
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    @Test
    void a_large_picture_becomes_a_small_one_of_the_same_shape() throws IOException {
        BufferedImage large = new BufferedImage(2_000, 1_500, BufferedImage.TYPE_INT_RGB);
        for (String format : List.of("jpg", "png", "bmp", "gif")) {
            BufferedImage small = small(written(large, format));
            assertThat(small.getWidth()).as(format).isEqualTo(PicturePreviews.LONGEST_SIDE);
            assertThat(small.getHeight()).as(format).isEqualTo(PicturePreviews.LONGEST_SIDE * 3 / 4);
        }
        assertThat(small(drawn("png")).getWidth()).as("never enlarged").isEqualTo(16);
    }

    @Test
    void a_photo_that_lies_on_its_side_is_upright() throws IOException {
        BufferedImage image = new BufferedImage(320, 160, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 320; x++) {
            for (int y = 0; y < 160; y++) image.setRGB(x, y, (x < 160 ? Color.RED : Color.BLUE).getRGB());
        }
        byte[] plain = written(image, "jpg");
        BufferedImage turned = small(oriented(plain, 6));
        assertThat(turned.getWidth()).isEqualTo(160);
        assertThat(turned.getHeight()).isEqualTo(320);
        assertThat(new Color(turned.getRGB(80, 20)).getRed()).isGreaterThan(200);
        assertThat(new Color(turned.getRGB(80, 300)).getBlue()).isGreaterThan(200);
        BufferedImage back = small(oriented(plain, 3));
        assertThat(new Color(back.getRGB(20, 80)).getBlue()).isGreaterThan(200);
        assertThat(new Color(small(oriented(plain, 8)).getRGB(80, 300)).getRed())
                .isGreaterThan(200);
    }

    private static byte[] oriented(byte[] jpeg, int orientation) {
        byte[] exif = {
            (byte) 0xff,
            (byte) 0xe1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            '*',
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        return ByteBuffer.allocate(jpeg.length + exif.length)
                .put(jpeg, 0, 2)
                .put(exif)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    @Test
    void what_is_no_picture_has_none() throws IOException {
        for (String other : List.of("", "x", "%PDF-1.7", "<svg/>", "GIF", "BM")) {
            assertThat(none(other.getBytes(StandardCharsets.ISO_8859_1)))
                    .as(other)
                    .isTrue();
        }
    }

    /** Empty, or a refusal that the library takes for none. */
    private boolean none(byte[] bytes) {
        try {
            return of(bytes).isEmpty();
        } catch (IOException | RuntimeException e) {
            return true;
        }
    }

    @Test
    void a_picture_that_says_it_is_huge_is_not_decoded() throws IOException {
        for (int[] size : List.of(new int[] {60_000, 60_000}, new int[] {1, 40_000}, new int[] {20_000, 20_000})) {
            assertThat(of(hugePng(size[0], size[1]))).isEmpty();
        }
    }

    /** A header that promises so many pixels, and nothing after it. */
    private static byte[] hugePng(int width, int height) throws IOException {
        byte[] header = ByteBuffer.allocate(17)
                .put(new byte[] {'I', 'H', 'D', 'R'})
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        CRC32 crc = new CRC32();
        crc.update(header);
        byte[] png = drawn("png");
        return ByteBuffer.allocate(33)
                .put(png, 0, 8)
                .putInt(13)
                .put(header)
                .putInt((int) crc.getValue())
                .array();
    }

    @Test
    void a_photo_of_many_scans_is_not_decoded() throws IOException {
        byte[] plain = drawn("jpg");
        int scan = new String(plain, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00da");
        byte[] scans = Arrays.copyOfRange(plain, scan, plain.length - 2);
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        many.write(plain, 0, scan);
        for (int i = 0; i <= PicturePreviews.MOST_SCANS; i++) many.write(scans);
        many.write(plain, plain.length - 2, 2);
        assertThat(JpegMarkers.of(plain).scans()).isEqualTo(1);
        assertThat(JpegMarkers.of(many.toByteArray()).scans()).isEqualTo(PicturePreviews.MOST_SCANS + 1);
        assertThat(of(many.toByteArray())).isEmpty();
    }

    @Test
    void broken_pictures_end_soon_and_harm_nothing() throws IOException {
        Random random = new Random(15);
        List<byte[]> pictures = List.of(oriented(drawn("jpg"), 6), drawn("png"), drawn("gif"), drawn("bmp"));
        Assertions.assertTimeout(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < 800; i++) {
                byte[] broken = pictures.get(i % pictures.size()).clone();
                for (int j = 0; j < 1 + i % 7; j++) broken[random.nextInt(broken.length)] = (byte) random.nextInt();
                byte[] cut = i % 3 == 0 ? Arrays.copyOf(broken, random.nextInt(broken.length)) : broken;
                boolean unused = none(cut);
            }
        });
    }
}
