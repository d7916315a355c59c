package org.eportfolio.core.internal.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.eportfolio.core.Pictures;
import org.eportfolio.internal.file.ImageFormat;
import org.junit.jupiter.api.Test;

class CleanImageTest {
    private static final Map<ImageFormat, byte[]> PHOTOS = Map.of(
            ImageFormat.JPEG, Pictures.photoJpeg(6),
            ImageFormat.PNG, Pictures.photoPng(6),
            ImageFormat.WEBP, Pictures.photoWebp(6),
            ImageFormat.GIF, Pictures.commentedGif());

    private static byte[] clean(byte[] bytes) throws MalformedImageException {
        return CleanImage.of(ImageFormat.of(bytes).orElseThrow(), bytes).orElseThrow();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void nothing_but_the_picture_and_its_orientation_is_left() throws MalformedImageException {
        for (Map.Entry<ImageFormat, byte[]> each : PHOTOS.entrySet()) {
            assertThat(ImageFormat.of(each.getValue())).contains(each.getKey());
            assertThat(text(each.getValue())).contains(Pictures.PLACE);
            byte[] clean = clean(each.getValue());
            assertThat(text(clean)).as("%s", each.getKey()).doesNotContain(Pictures.PLACE, "xmp", "Photoshop");
            assertThat(clean(clean)).as("clean for ever").isEqualTo(clean);
        }
    }

    @Test
    void the_pixels_stay_as_they_were() throws IOException, MalformedImageException {
        for (ImageFormat format : new ImageFormat[] {ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.GIF}) {
            byte[] photo = PHOTOS.get(format);
            assertThat(pixels(clean(photo))).as("%s", format).containsExactly(pixels(photo));
        }
        assertThat(text(clean(Pictures.photoWebp(1)))).contains("the picture");
    }

    private static int[] pixels(byte[] picture) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void a_picture_that_lay_on_its_side_is_still_turned_and_an_upright_one_has_no_exif()
            throws MalformedImageException {
        assertThat(text(clean(Pictures.photoJpeg(6))))
                .contains("Exif\0\0MM\0*\0\0\0\b\0\001\001\022\0\003\0\0\0\001\0\006");
        assertThat(text(clean(Pictures.photoPng(6)))).contains("eXIfMM\0*");
        assertThat(text(clean(Pictures.photoWebp(6)))).contains("EXIF");
        assertThat(text(clean(Pictures.photoJpeg(1)))).doesNotContain("Exif");
        assertThat(text(clean(Pictures.photoPng(1)))).doesNotContain("eXIf");
        assertThat(text(clean(Pictures.photoWebp(1)))).doesNotContain("EXIF");
        assertThat(clean(Pictures.photoWebp(1))[20]).as("flags of VP8X").isZero();
    }

    @Test
    void what_a_program_wrote_without_anything_else_stays_byte_for_byte() throws MalformedImageException {
        for (String format : new String[] {"jpg", "png", "gif", "bmp"}) {
            byte[] drawn = Pictures.drawn(format);
            assertThat(clean(drawn)).as(format).isEqualTo(drawn);
        }
    }

    @Test
    void a_picture_that_is_cut_off_anywhere_is_refused() {
        PHOTOS.forEach((format, photo) -> {
            int end = lengthOfPicture(photo);
            for (int length = ImageFormat.of(photo).isPresent() ? 12 : 0; length < end; length++) {
                byte[] cut = Arrays.copyOf(photo, length);
                assertThatThrownBy(() -> CleanImage.of(format, cut))
                        .as("%s of %s bytes", format, length)
                        .isInstanceOf(MalformedImageException.class);
            }
        });
    }

    /** Without what follows the end. */
    private static int lengthOfPicture(byte[] photo) {
        String text = text(photo);
        return text.endsWith(Pictures.PLACE) ? photo.length - Pictures.PLACE.length() : photo.length;
    }

    @Test
    void hostile_bytes_are_refused_or_cleaned_and_never_anything_else() {
        long seed = 14;
        Random random = new Random(seed);
        for (Map.Entry<ImageFormat, byte[]> each : PHOTOS.entrySet()) {
            for (int round = 0; round < 3_000; round++) {
                byte[] hurt = each.getValue().clone();
                for (int i = 0; i < 1 + random.nextInt(4); i++)
                    hurt[random.nextInt(hurt.length)] = (byte) random.nextInt();
                try {
                    CleanImage.of(each.getKey(), hurt);
                } catch (MalformedImageException e) {
                    assertThat(e.getMessage()).as("seed %s", seed).isNotBlank();
                }
            }
        }
    }

    @Test
    void formats_are_known_by_their_first_bytes() {
        assertThat(ImageFormat.of("\0\0\0\u0018ftypheic\0\0".getBytes(StandardCharsets.ISO_8859_1)))
                .contains(ImageFormat.OTHER);
        assertThat(ImageFormat.of("II*\0\b\0\0\0".getBytes(StandardCharsets.ISO_8859_1)))
                .contains(ImageFormat.OTHER);
        assertThat(ImageFormat.of("<?xml version='1.0'?>\n<svg/>".getBytes(StandardCharsets.UTF_16)))
                .contains(ImageFormat.SVG);
        for (String other :
                new String[] {"", "BMW, un catalogue de voitures", "%PDF-1.7", "\0\0\0\u0018ftypmp42", "RIFF1234WAVE"
                }) {
            assertThat(ImageFormat.of(other.getBytes(StandardCharsets.ISO_8859_1)))
                    .as(other)
                    .isEmpty();
        }
    }

    @Test
    void a_drawing_with_a_photograph_in_it_is_not_cleaned() throws MalformedImageException {
        byte[] drawing = "<svg><path d='M0 0'/></svg>".getBytes(StandardCharsets.UTF_8);
        byte[] collage = "<svg><image href='data:image/JPEG;base64,AAAA'/></svg>".getBytes(StandardCharsets.UTF_8);
        assertThat(CleanImage.of(ImageFormat.SVG, drawing)).contains(drawing);
        assertThat(CleanImage.of(ImageFormat.SVG, collage)).isEqualTo(Optional.empty());
    }
}
