package org.eportfolio.exchange.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.MissingResourceException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/** Reads XML without document types, entities or anything from outside the file. */
public final class SafeXml {
    private static final int DECLARATION = 1_024;
    private static final Pattern ENCODING =
            Pattern.compile("^(?:\u00EF\u00BB\u00BF)?<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");

    private SafeXml() {}

    /**
     * A reader of the stream: in UTF-16 if it begins with that byte order mark, else in the encoding that the file declares, UTF-8
     * without one. A document type comes as an
     * event without content: the reader refuses it.
     */
    public static XMLStreamReader reader(InputStream in) throws XMLStreamException, IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing from outside the file is read");
        });
        // Decoded here: what the JDK's parser finds wrong with bytes it writes to the standard error.
        BufferedInputStream bytes = new BufferedInputStream(in);
        Charset encoding = encoding(bytes);
        return new Reporting(
                factory.createXMLStreamReader(new BoundedMarkup(new InputStreamReader(bytes, encoding.newDecoder()))));
    }

    /** The JDK has no sentence for some faults of a document type, and says that instead of the fault. */
    private static final class Reporting extends StreamReaderDelegate {
        Reporting(XMLStreamReader reader) {
            super(reader);
        }

        @Override
        public int next() throws XMLStreamException {
            try {
                return super.next();
            } catch (MissingResourceException fault) {
                throw new XMLStreamException(fault.getKey(), getLocation(), fault);
            }
        }

        @Override
        public int nextTag() throws XMLStreamException {
            try {
                return super.nextTag();
            } catch (MissingResourceException fault) {
                throw new XMLStreamException(fault.getKey(), getLocation(), fault);
            }
        }
    }

    private static Charset encoding(BufferedInputStream in) throws IOException {
        in.mark(DECLARATION);
        String start = new String(in.readNBytes(DECLARATION), StandardCharsets.ISO_8859_1);
        in.reset();
        Charset marked = start.startsWith("\u00FE\u00FF")
                ? StandardCharsets.UTF_16BE
                : start.startsWith("\u00FF\u00FE") ? StandardCharsets.UTF_16LE : null;
        if (marked != null) {
            in.skipNBytes(2);
            return marked;
        }
        if (start.startsWith("\u00EF\u00BB\u00BF")) in.skipNBytes(3);
        Matcher declared = ENCODING.matcher(start);
        if (!declared.find()) return StandardCharsets.UTF_8;
        try {
            return Charset.forName(declared.group(1));
        } catch (IllegalArgumentException e) {
            throw ExchangeMessages.because("file", "exchange.encoding", declared.group(1));
        }
    }
}
