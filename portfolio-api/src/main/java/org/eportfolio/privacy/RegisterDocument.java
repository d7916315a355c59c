package org.eportfolio.privacy;

import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.Message;
import org.eportfolio.access.HostService;
import org.jspecify.annotations.Nullable;

/** The register as Markdown. */
final class RegisterDocument {
    private final Locale locale;
    private final StringBuilder text = new StringBuilder();

    RegisterDocument(ProcessingRegister register, Locale locale) {
        this.locale = locale;
        PrivacySettings stated = register.settings();
        text.append("# ").append(say("register.title")).append("\n\n");
        line("register.version", register.version());
        text.append("\n## ").append(say("register.controller")).append("\n\n");
        party("register.controller", stated.controller());
        if (stated.representative() != null) party("register.representative", stated.representative());
        party("register.dpo", stated.dpo());
        purposes(stated.purposes());
        kept(register.kept());
        services(register.services());
        list("register.recipients", stated.recipients());
        list("register.transfers", stated.transfers());
        retention(stated.retention());
        list("register.security", stated.security());
        if (stated.processor() != null) {
            text.append("\n## ").append(say("register.processor")).append("\n\n");
            party("register.processor", stated.processor());
            party("register.on-behalf-of", stated.controller());
            line("register.processing", joined(stated.processing()));
            line("register.transfers", joined(stated.transfers()));
            line("register.security", joined(stated.security()));
        }
    }

    private void purposes(List<Purpose> purposes) {
        text.append("\n## ").append(say("register.purposes")).append("\n\n");
        if (purposes.isEmpty()) text.append(missing()).append('\n');
        for (Purpose each : purposes) {
            String basis = each.legalBasis();
            item(
                    plain(each.title()) + bracketed(constants(each.categories())),
                    say("register.basis") + " " + (basis == null || basis.isBlank() ? missing() : plain(basis)));
        }
    }

    private void kept(List<ProcessingRegister.Kept> kept) {
        text.append("\n## ").append(say("register.kept")).append("\n\n");
        text.append("| ")
                .append(say("register.column.data"))
                .append(" | ")
                .append(say("register.column.people"))
                .append(" | ")
                .append(say("register.column.records"))
                .append(" | ")
                .append(say("register.column.erasure"))
                .append(" |\n|---|---|---|---|\n");
        for (ProcessingRegister.Kept each : kept) {
            text.append("| ")
                    .append(say("DataCategory." + each.category().name()))
                    .append(" | ")
                    .append(constants(each.people()))
                    .append(" | ")
                    .append(listed(each.kinds().stream().map(kind -> say("kind." + kind))))
                    .append(" | ")
                    .append(constants(each.outcomes()))
                    .append(" |\n");
        }
    }

    private void services(List<HostService> services) {
        if (services.isEmpty()) return;
        text.append("\n## ").append(say("register.services")).append("\n\n");
        for (HostService each : services) {
            item(plain(each.name()), plain(each.purpose()) + bracketed(constants(each.permissions())));
        }
    }

    private void retention(List<RetentionRule> rules) {
        text.append("\n## ").append(say("register.retention")).append("\n\n");
        if (rules.isEmpty()) text.append(missing()).append('\n');
        for (RetentionRule each : rules) {
            item(
                    plain(each.id()),
                    listed(Stream.of(
                                    sentence(each.period()),
                                    say("Start." + each.startsWith().name()),
                                    say("FinalOutcome." + each.outcome().name())))
                            + bracketed(plain(each.legalSource())));
        }
    }

    private String sentence(Period period) {
        List<String> parts = new ArrayList<>();
        if (period.getYears() != 0) parts.add(say("period.years", period.getYears()));
        if (period.getMonths() != 0) parts.add(say("period.months", period.getMonths()));
        if (period.getDays() != 0 || parts.isEmpty()) parts.add(say("period.days", period.getDays()));
        return String.join(say("period.separator"), parts);
    }

    private void list(String title, List<String> lines) {
        text.append("\n## ").append(say(title)).append("\n\n");
        if (lines.isEmpty()) text.append(missing()).append('\n');
        lines.forEach(each -> text.append("- ").append(plain(each)).append('\n'));
    }

    private void party(String label, @Nullable Party party) {
        if (party == null) line(label, missing());
        else {
            String contact = party.contact().isBlank() ? missing() : plain(party.contact());
            line(label, listed(Stream.of(plain(party.name()), contact)));
        }
    }

    private void line(String label, String value) {
        item(say(label), value);
    }

    private void item(String label, String value) {
        text.append("- ")
                .append(label)
                .append(say("register.colon"))
                .append(value)
                .append('\n');
    }

    private String bracketed(String words) {
        return say("register.bracket") + words + say("register.bracket-closed");
    }

    private String listed(Stream<String> words) {
        return words.collect(Collectors.joining(say("list.separator")));
    }

    private String joined(List<String> lines) {
        return lines.isEmpty()
                ? missing()
                : lines.stream().map(RegisterDocument::plain).collect(Collectors.joining(say("register.separator")));
    }

    private String constants(Collection<? extends Enum<?>> constants) {
        return listed(constants.stream()
                .sorted()
                .map(each -> say(each.getDeclaringClass().getSimpleName() + "." + each.name())));
    }

    private String missing() {
        return "**" + say("register.missing") + "**";
    }

    private String say(String key, Object... arguments) {
        return Message.of(key, arguments).in(locale);
    }

    /** On one line, and nothing in it builds a table or a tag. */
    private static String plain(String words) {
        return words.strip().replaceAll("\\s++", " ").replace("|", "\\|").replace("<", "&lt;");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
