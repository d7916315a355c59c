package org.eportfolio.exchange.leap2a;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eportfolio.exchange.leap2a.ArrivingEntry.Address;

/** What an entry says: its summary, its instructions and its content, as plain text with the addresses that they link. */
final class EntryWords {
    private final List<HtmlToText> texts;

    private EntryWords(List<HtmlToText> texts) {
        this.texts = texts;
    }

    /** @param markupInText as in {@link ReadEntry.Words#plain} */
    static EntryWords of(ReadEntry entry, boolean markupInText) {
        ReadEntry.Words content = entry.source.isEmpty() ? entry.content : ReadEntry.Words.NONE;
        return new EntryWords(Stream.of(entry.summary, entry.instructions, content)
                .map(each -> each.plain(markupInText))
                .toList());
    }

    /** With the addresses of all links. */
    String whole() {
        return words(any -> true);
    }

    /** With the addresses of those links that these do not hold. */
    String besides(List<Address> links) {
        List<String> held = links.stream().map(Address::to).toList();
        return words(each -> !held.contains(each));
    }

    /** A text that the next one begins with, such as a summary that is the first lines of its content, is not said twice. */
    private String words(Predicate<String> asked) {
        List<String> said = new ArrayList<>();
        for (HtmlToText each : texts) {
            String words = each.words(asked);
            said.removeIf(words::startsWith);
            if (!words.isEmpty()) said.add(words);
        }
        return String.join("\n\n", said);
    }

    /** The addresses on the web that a production can have as links, with the words of each. */
    List<Address> links() {
        Map<String, String> links = new LinkedHashMap<>();
        texts.forEach(each -> each.links().forEach(links::putIfAbsent));
        return links.entrySet().stream()
                .map(each -> new Address(each.getKey(), each.getValue()))
                .filter(each -> each.target() != null)
                .toList();
    }

    /** What its links and pictures name that is no address: perhaps other entries. */
    List<String> references() {
        return texts.stream().flatMap(each -> each.references().stream()).toList();
    }

    /** Whether something was left out that a browser would have run, styled or embedded. */
    boolean dropped() {
        return texts.stream().anyMatch(HtmlToText::dropped);
    }
}
