package org.eportfolio.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** WCAG 2.2, 1.4.3: text and what is behind it. */
class ColoursTest {
    @Test
    void text_can_be_read_on_any_colour() {
        assertThat(IntStream.range(0, 1 << 12)
                        .mapToObj(each ->
                                "#%02x%02x%02x".formatted((each >> 8) * 17, (each >> 4 & 15) * 17, (each & 15) * 17)))
                .allSatisfy(each ->
                        assertThat(Colours.contrast(Colours.textOn(each), each)).isGreaterThanOrEqualTo(4.5));
    }

    @Test
    void the_contrast_is_that_of_wcag() {
        assertThat(Colours.contrast("#ffffff", "#000000")).isEqualTo(21, Offset.offset(0.001));
        assertThat(Colours.contrast("#777777", "#ffffff")).isEqualTo(4.478, Offset.offset(0.001));
        assertThat(Colours.contrast("#123456", "#123456")).isEqualTo(1, Offset.offset(0.001));
    }
}
