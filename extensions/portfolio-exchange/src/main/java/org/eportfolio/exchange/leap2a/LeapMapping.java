package org.eportfolio.exchange.leap2a;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.Setting;
import org.eportfolio.exchange.Place;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.Findings;
import org.eportfolio.exchange.leap2a.ArrivingEntry.Address;
import org.eportfolio.exchange.leap2a.ArrivingEntry.As;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Competency;
import org.eportfolio.framework.Framework;
import org.jspecify.annotations.Nullable;

/** What becomes of the entries of a feed. Nothing is written here. */
final class LeapMapping {
    private static final int LONGEST_ANSWER = 45_000;
    private static final String MAHARA = "Mahara";

    private final LeapFeed feed;
    private final LeapAttachments attachments;
    private final Findings findings;
    private final Locale language;
    private final String entryName;

    /** Codes of the learner's frameworks by the addresses under which they leave. */
    private final Map<String, String> codes = new HashMap<>();

    private final Map<String, Set<String>> shown = new HashMap<>();
    private final Map<String, List<String>> partsOf = new HashMap<>();
    private final Set<String> inJournals = new HashSet<>();

    /** Of files that come in with an entry: that entry, the first where there are several. */
    private final Map<String, String> holders = new HashMap<>();

    LeapMapping(
            LeapFeed feed,
            LeapAttachments attachments,
            List<Framework> frameworks,
            Findings findings,
            Locale language,
            String entryName) {
        this.feed = feed;
        this.attachments = attachments;
        this.findings = findings;
        this.language = language;
        this.entryName = entryName;
        for (Framework framework : frameworks) {
            for (Competency each : framework.competencies()) {
                know(framework, each.code());
                each.subCompetencies().forEach(sub -> know(framework, sub.code()));
            }
        }
    }

    private void know(Framework framework, Code code) {
        codes.putIfAbsent(LeapAims.address(framework, code), code.value());
    }

    /** All that comes in, productions first, then what speaks of them. */
    List<ArrivingEntry> all() throws IOException {
        relations();
        Map<As, List<ArrivingEntry>> sorted = new EnumMap<>(As.class);
        for (ReadEntry each : feed.entries().values()) {
            ArrivingEntry coming = holders.containsKey(each.id) ? null : coming(each);
            if (coming != null)
                sorted.computeIfAbsent(coming.as(), any -> new ArrayList<>()).add(coming);
        }
        return sorted.values().stream().flatMap(List::stream).toList();
    }

    private void relations() {
        for (ReadEntry each : feed.entries().values()) {
            // What a text shows or links is a part of it.
            words(each).references().stream()
                    .filter(feed.entries()::containsKey)
                    .forEach(to -> each.links.add(new ReadEntry.Link("has_part", to, "")));
            if (each.type().equals("selection") && isJournal(each)) {
                each.links("has_part").forEach(part -> inJournals.add(part.to()));
            }
            if (attaches(each)) attachments.attachedTo(each).forEach(file -> holders.putIfAbsent(file.id, each.id));
            each.links("is_part_of").forEach(whole -> {
                partsOf.computeIfAbsent(whole.to(), any -> new ArrayList<>()).add(each.id);
                ReadEntry selection = feed.entries().get(whole.to());
                if (selection != null && isJournal(selection)) inJournals.add(each.id);
            });
            each.links("is_evidence_of", "supports").forEach(to -> shows(each.id, to.to()));
            each.links("has_evidence", "supported_by").forEach(by -> shows(by.to(), each.id));
        }
    }

    private void shows(String production, String ability) {
        ReadEntry there = feed.entries().get(ability);
        if (there == null || !there.type().equals("ability")) return;
        code(there)
                .ifPresent(code -> shown.computeIfAbsent(production, any -> new LinkedHashSet<>())
                        .add(code));
    }

    private java.util.Optional<String> code(ReadEntry ability) {
        return ability.links("alternate", "related", "relation")
                .map(each -> codes.get(each.to()))
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    private EntryWords words(ReadEntry entry) {
        return EntryWords.of(entry, feed.generator().equals(MAHARA));
    }

    /** Whether the files that an entry names come in with it. */
    private boolean attaches(ReadEntry entry) {
        return !entry.type().equals("selection")
                && !entry.type().equals("person")
                && !foreign(entry)
                && !isKnown(entry);
    }

    /** Whether it is a competency of a framework of the dossier. */
    private boolean isKnown(ReadEntry entry) {
        return entry.type().equals("ability") && code(entry).isPresent();
    }

    private static boolean isJournal(ReadEntry selection) {
        return selection.kind().equals("journal")
                || (selection.kind().isEmpty()
                        && selection
                                .category("selection_type#")
                                .filter(each -> each.term().equalsIgnoreCase("Blog"))
                                .isPresent());
    }

    private boolean foreign(ReadEntry entry) {
        return !entry.author.isEmpty()
                && !feed.author().isEmpty()
                && !line(entry.author, 300).equalsIgnoreCase(line(feed.author(), 300));
    }

    private @Nullable ArrivingEntry coming(ReadEntry entry) throws IOException {
        Place place = new Place(entryName, entry.line, "");
        if (entry.type().equals("person")) {
            findings.leftOut("person", 1);
            findings.remark(place, "leap2a.person", title(entry));
            return null;
        }
        if (foreign(entry)) {
            findings.leftOut("entry", 1);
            findings.remark(place, "leap2a.not-own", title(entry));
            return null;
        }
        if (isKnown(entry)) {
            findings.same("competency", 1);
            return null;
        }
        EntryWords said = words(entry);
        boolean journal = entry.type().equals("selection") && isJournal(entry);
        if (journal && (entry.kind().equals("journal") || said.whole().isEmpty())) {
            findings.same("journal", 1);
            return null;
        }
        if (said.dropped() || !feed.entries().keySet().containsAll(said.references())) {
            findings.remark(place, "leap2a.sanitised", title(entry));
        }
        return incoming(entry, said, attaches(entry) ? attachments.of(entry) : List.of(), journal);
    }

    private As as(ReadEntry entry, String words, boolean journal) {
        if (entry.type().equals("selection") && !journal) return As.SHOWCASE;
        boolean thought = entry.kind().isEmpty()
                ? inJournals.contains(entry.id)
                        || entry.links("reflects_on").findAny().isPresent()
                : entry.kind().equals("reflection");
        boolean answer = !words.isEmpty() && words.length() <= LONGEST_ANSWER;
        return thought && entry.type().equals("entry") && answer ? As.REFLECTION : As.PRODUCTION;
    }

    private @Nullable ArrivingEntry incoming(
            ReadEntry entry, EntryWords said, List<NewAttachment> files, boolean journal) {
        List<Address> pages = pages(entry);
        String more = aboutFiles(entry)
                + pages.stream()
                        .filter(each -> each.target() == null)
                        .map(each -> "\n" + each.to())
                        .collect(Collectors.joining());
        As as = as(entry, (said.whole() + more).strip(), journal);
        // Only a production has links; elsewhere their addresses stand in the words.
        List<Address> links = as == As.PRODUCTION
                ? said.links().stream().limit(ArrivingEntry.MOST_LINKS).toList()
                : List.of();
        String words = (said.besides(links) + more).strip();
        // What is to be said of a file that stays out was said.
        if (attachments.isFile(entry) && files.isEmpty() && words.isEmpty()) return null;
        return new ArrivingEntry(
                entry.id,
                as,
                title(entry),
                words,
                origin(entry),
                files,
                Stream.concat(links.stream(), pages.stream().filter(each -> each.target() != null))
                        .distinct()
                        .toList(),
                competencies(entry),
                setting(entry),
                held(entry.links("reflects_on").map(ReadEntry.Link::to)),
                parts(entry));
    }

    /** Those that the entry or a file of it is evidence of. */
    private Set<String> competencies(ReadEntry entry) {
        Set<String> all = new LinkedHashSet<>(shown.getOrDefault(entry.id, Set.of()));
        if (!attaches(entry)) return all;
        attachments.attachedTo(entry).forEach(file -> all.addAll(shown.getOrDefault(file.id, Set.of())));
        return all;
    }

    /** Entries by their ids, with the one that a file came in with in place of the file. */
    private List<String> held(Stream<String> entries) {
        return entries.map(each -> holders.getOrDefault(each, each)).distinct().toList();
    }

    private List<String> parts(ReadEntry selection) {
        if (!selection.type().equals("selection")) return List.of();
        Stream<String> named = selection.links("has_part").map(ReadEntry.Link::to);
        return held(Stream.concat(named, partsOf.getOrDefault(selection.id, List.of()).stream()));
    }

    /** The pages elsewhere that an entry says its content is, or that a resource is about. */
    private List<Address> pages(ReadEntry entry) {
        boolean page = entry.type().equals("resource") && !attachments.isFile(entry);
        Stream<ReadEntry.Link> named =
                page ? entry.links("self", "alternate", "related", "via", "enclosure") : entry.links("enclosure");
        return Stream.concat(Stream.of(entry.source), named.map(ReadEntry.Link::to))
                .filter(Address::isWeb)
                .distinct()
                .map(each -> new Address(each, title(entry)))
                .toList();
    }

    /** What is said of the files that come in with an entry, which become no entries of their own. */
    private String aboutFiles(ReadEntry entry) {
        if (!attaches(entry)) return "";
        StringBuilder about = new StringBuilder();
        for (ReadEntry each : attachments.attachedTo(entry)) {
            String said = words(each).whole();
            if (!said.isEmpty()) about.append("\n\n").append(say("leap2a.about-file", title(each), said));
        }
        return about.toString();
    }

    private static @Nullable Setting setting(ReadEntry entry) {
        String place = entry.category("life_area#")
                .filter(each -> each.term().matches("(?i)work|placement"))
                .map(each -> each.label().isEmpty() && entry.type().equals("activity") ? entry.title : each.label())
                .orElse("");
        String line = line(place, 300);
        return line.isEmpty() ? null : new Setting.Workplace(line);
    }

    private String title(ReadEntry entry) {
        String title = line(HtmlToText.of(entry.title).words(), 300);
        return title.isEmpty() ? ExchangeMessages.of("leap2a.untitled").in(language) : title;
    }

    /** What else the entry says, and where it comes from; its last line knows it again. */
    private String origin(ReadEntry entry) {
        List<String> lines = new ArrayList<>();
        String days = entry.days.entrySet().stream()
                .map(each -> dayOrWords(each.getValue()))
                .filter(each -> !each.isEmpty())
                .distinct()
                .collect(Collectors.joining(" – "));
        if (!days.isEmpty()) lines.add(say("leap2a.days", days));
        String role = line(entry.role, 300);
        if (!role.isEmpty()) lines.add(say("leap2a.role", role));
        if (entry.completed) lines.add(say("leap2a.completed"));
        if (!entry.tags().isEmpty()) lines.add(say("leap2a.tags", entry.tags()));
        String from = line(feed.generator(), 100);
        lines.add(say("leap2a.origin", from.isEmpty() ? "Leap2A" : from, LeapNames.local(entry.type())));
        String day = day(entry.published);
        if (!day.isEmpty()) lines.add(say("leap2a.origin.day", day));
        lines.add(mark(feed.id(), entry.id));
        return HtmlToText.of(String.join("\n", lines)).words();
    }

    private String say(String key, Object... arguments) {
        return ExchangeMessages.of(key, arguments).in(language);
    }

    /** The line by which an entry is known again. */
    static String mark(String feed, String entry) {
        return "[Leap2A " + line(feed, 300) + " " + line(entry, 300) + "]";
    }

    private static String day(String time) {
        return time.matches("(?s)\\d{4}-\\d{2}-\\d{2}.*") ? time.substring(0, 10) : "";
    }

    /** Days may be years, months or words: Mahara writes what was typed. */
    private static String dayOrWords(String time) {
        String day = day(time);
        return day.isEmpty() ? line(time, 100) : day;
    }

    /** Any text on one line of at most so many characters. */
    static String line(String text, int most) {
        String line = text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.isWhitespace(c) || c == 0xA0 ? ' ' : c)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replaceAll(" +", " ")
                .strip();
        if (line.length() <= most) return line;
        int end = Character.isHighSurrogate(line.charAt(most - 2)) ? most - 2 : most - 1;
        return line.substring(0, end).strip() + "…";
    }
}
