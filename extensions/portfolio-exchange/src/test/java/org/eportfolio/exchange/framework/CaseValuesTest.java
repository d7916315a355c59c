package org.eportfolio.exchange.framework;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates of CASE as others write them. */
class CaseValuesTest {
    @ParameterizedTest
    @CsvSource({
        "2019-02-26T16:36:35+0000, 2019-02-26T16:36:35Z",
        "2019-02-26T16:36:35.5+0230, 2019-02-26T16:36:35.5+02:30",
        "2019-02-26T16:36:35-05, 2019-02-26T16:36:35-05:00",
        "2019-02-26T16:36:35+02:00, 2019-02-26T16:36:35+02:00",
        "2019-02-26 16:36:35, 2019-02-26T16:36:35Z"
    })
    void a_zone_is_read_as_iso_8601_allows_it(String stated, String written) {
        JsonNode fitting = CaseValues.fitting("instant", TextNode.valueOf(stated));
        assertThat(Objects.requireNonNull(fitting).textValue()).isEqualTo(written);
    }
}
