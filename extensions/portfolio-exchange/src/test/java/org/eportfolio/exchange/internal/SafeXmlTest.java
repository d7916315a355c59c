package org.eportfolio.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file of XML may do to its reader. */
class SafeXmlTest {
    private static XMLStreamReader reader(String xml) throws Exception {
        return SafeXml.reader(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static void readToItsEnd(String xml) throws Exception {
        XMLStreamReader reader = reader(xml);
        while (reader.hasNext()) reader.next();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [ \u0001 ]><a/>",
                "<!DOCTYPE a [<!ELEMENT a ANY>\uFFFE]><a/>",
                "<!DOCTYPE a SYSTEM \"\u0001\"><a/>",
                "<!DOCTYPE a",
                "<a>\u0001</a>"
            })
    void what_is_wrong_in_it_is_a_fault_of_the_file_also_within_a_document_type(String xml) {
        assertThatThrownBy(() -> readToItsEnd(xml)).isInstanceOf(XMLStreamException.class);
    }

    @Test
    void a_document_type_is_passed_over() throws Exception {
        XMLStreamReader reader = reader("<!DOCTYPE a SYSTEM \"a.dtd\"><a>b</a>");
        while (!reader.isStartElement()) reader.next();
        assertThat(reader.getElementText()).isEqualTo("b");
    }
}
