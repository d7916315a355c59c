package org.eportfolio.exchange.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.eportfolio.exchange.Bounds;
import org.eportfolio.exchange.Place;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one file of an AAF export ({@code ficAlimMENESR}), one after the other. Of each only the attributes that are
 * wanted are kept; all others are passed over unread. The document type is passed over, and nothing that it names is opened.
 * Not thread-safe.
 */
public final class AafRequests {
    /** What a request asks for. */
    public enum Kind {
        ADD,
        MODIFY,
        DELETE
    }

    /** In place of the date of birth, which is given up while it is read: the day on which the person comes of age. */
    public static final String MAJORITY = "majority";

    private static final String BIRTH = "ENTPersonDateNaissance";
    private static final int AGE_OF_MAJORITY = 18;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final int MOST_VALUES = 10_000;
    private static final Map<String, Kind> KINDS =
            Map.of("addRequest", Kind.ADD, "modifyRequest", Kind.MODIFY, "deleteRequest", Kind.DELETE);

    /**
     * A request.
     *
     * @param category such as {@code Eleve}
     * @param values by attribute, without empty ones; an attribute that is stated without a value has an empty list
     */
    public record Request(Kind kind, String category, String id, Map<String, List<String>> values, Place place) {
        /** The values of an attribute; empty where it is not stated. */
        public List<String> all(String attribute) {
            return values.getOrDefault(attribute, List.of());
        }

        /** The first value; empty where there is none. */
        public String first(String attribute) {
            List<String> all = all(attribute);
            return all.isEmpty() ? "" : all.get(0);
        }

        public boolean states(String attribute) {
            return values.containsKey(attribute);
        }
    }

    private final XMLStreamReader in;
    private final String entry;
    private final Bounds bounds;
    private final Findings findings;
    private final Function<String, Set<String>> wanted;
    private final StringBuilder text = new StringBuilder();
    private int depth;
    private boolean reading;
    private Kind kind = Kind.ADD;
    private String category = "";
    private String id = "";
    private String attribute = "";
    private boolean operational;
    private long line;
    private int numberOfValues;
    private Map<String, List<String>> values = new LinkedHashMap<>();

    private AafRequests(
            XMLStreamReader in, String entry, Bounds bounds, Findings findings, Function<String, Set<String>> wanted) {
        this.in = in;
        this.entry = entry;
        this.bounds = bounds;
        this.findings = findings;
        this.wanted = wanted;
    }

    /**
     * Reads a file.
     *
     * @param entry its name, for places
     * @param wanted the attributes to keep, by category; none for a category whose requests are passed over
     */
    public static void read(
            InputStream in,
            String entry,
            Bounds bounds,
            Findings findings,
            Function<String, Set<String>> wanted,
            Consumer<Request> requests)
            throws IOException {
        try {
            new AafRequests(SafeXml.reader(in), entry, bounds, findings, wanted).all(requests);
        } catch (XMLStreamException e) {
            long line =
                    e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
            throw ExchangeMessages.because(new Place(entry, line, "").toString(), "exchange.xml");
        } catch (CharacterCodingException e) {
            throw ExchangeMessages.because(entry, "exchange.xml");
        }
    }

    private void all(Consumer<Request> requests) throws XMLStreamException {
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.DTD -> refuseOwnTypes();
                case XMLStreamConstants.ENTITY_REFERENCE -> throw ExchangeMessages.because(here(), "exchange.dtd");
                case XMLStreamConstants.START_ELEMENT -> start(in.getLocalName());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters();
                case XMLStreamConstants.END_ELEMENT -> end(in.getLocalName(), requests);
                default -> {}
            }
        }
    }

    /** The document type that all these files name is passed over; types of the file's own are refused. */
    private void refuseOwnTypes() {
        String own = in.getText();
        ExchangeMessages.unless(own == null || own.indexOf('[') < 0, here(), "exchange.dtd");
    }

    private String here() {
        return new Place(entry, in.getLocation().getLineNumber(), "").toString();
    }

    private void characters() {
        ExchangeMessages.unless(
                text.length() + in.getTextLength() <= bounds.textLength(),
                here(),
                "text.too-long",
                bounds.textLength(),
                text.length() + in.getTextLength());
        if (reading) text.append(in.getText());
    }

    private void start(String name) {
        ExchangeMessages.unless(depth > 0 || name.equals("ficAlimMENESR"), entry, "aaf.root", name);
        depth++;
        ExchangeMessages.unless(depth <= bounds.depth(), entry, "exchange.too-deep-file", bounds.depth());
        text.setLength(0);
        Kind begun = KINDS.get(name);
        if (begun != null) {
            kind = begun;
            category = "";
            id = "";
            values = new LinkedHashMap<>();
            numberOfValues = 0;
            line = in.getLocation().getLineNumber();
        }
        switch (name) {
            case "operationalAttributes" -> operational = true;
            case "attr", "modification" -> attribute(in.getAttributeValue(null, "name"));
            case "value" -> reading = operational || wants();
            case "id" -> reading = true;
            default -> reading = false;
        }
    }

    private void attribute(@Nullable String name) {
        attribute = name == null ? "" : name;
        if (!operational && wants()) values.computeIfAbsent(kept(), each -> new ArrayList<>());
    }

    private boolean wants() {
        return wanted.apply(category).contains(kept());
    }

    private String kept() {
        return attribute.equals(BIRTH) ? MAJORITY : attribute;
    }

    private void end(String name, Consumer<Request> requests) {
        depth--;
        String found = reading ? text.toString().strip() : "";
        text.setLength(0);
        switch (name) {
            case "value" -> value(found);
            case "id" -> id = found;
            case "operationalAttributes" -> operational = false;
            default -> {}
        }
        reading = false;
        if (KINDS.containsKey(name)) {
            findings.item();
            if (!wanted.apply(category).isEmpty()) {
                requests.accept(new Request(kind, category, id, values, new Place(entry, line, "")));
            }
        }
    }

    private void value(String found) {
        if (operational) {
            category = found;
        } else if (!found.isEmpty() && wants()) {
            ExchangeMessages.unless(++numberOfValues <= MOST_VALUES, here(), "aaf.values", MOST_VALUES);
            String kept = attribute.equals(BIRTH) ? majority(found) : unescaped(found);
            if (!kept.isEmpty())
                values.computeIfAbsent(kept(), each -> new ArrayList<>()).add(kept);
        }
    }

    /** Empty for what is no day. */
    private static String majority(String birth) {
        try {
            return LocalDate.parse(birth, DAY).plusYears(AGE_OF_MAJORITY).toString();
        } catch (DateTimeException e) {
            return "";
        }
    }

    /** Exports are seen that escape their texts twice. */
    private static String unescaped(String text) {
        return text.indexOf('&') < 0
                ? text
                : text.replace("&apos;", "'").replace("&quot;", "\"").replace("&amp;", "&");
    }
}
