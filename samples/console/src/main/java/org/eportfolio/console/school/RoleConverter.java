package org.eportfolio.console.school;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.terminal.WrongValue;
import org.eportfolio.school.Role;
import picocli.CommandLine.ITypeConverter;

/** Roles, by their constants or as people write them in the language of the console; accents and case do not matter. */
public record RoleConverter(Texts texts) implements ITypeConverter<Role> {
    /** The constant that a text names, such as {@code lead_teacher}. */
    public static Optional<Role> find(String text) {
        String name = plain(text).replace('-', '_').replace(' ', '_');
        return Arrays.stream(Role.ofPeople())
                .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    @Override
    public Role convert(String value) {
        return find(value)
                .or(() -> Arrays.stream(Role.ofPeople())
                        .filter(role -> names(role).contains(plain(value)))
                        .findFirst())
                .orElseThrow(() -> new WrongValue(texts.say("wrong.role", value)));
    }

    private List<String> names(Role role) {
        return Arrays.stream(texts.find("role.input." + role).orElse("").split(","))
                .map(RoleConverter::plain)
                .toList();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }
}
