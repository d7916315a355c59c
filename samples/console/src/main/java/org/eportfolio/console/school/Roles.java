package org.eportfolio.console.school;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eportfolio.school.Role;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Roles as people write them, in French or English, with or without accents. */
public final class Roles implements ITypeConverter<Role> {
    private static final Map<String, Role> FRENCH = Map.ofEntries(
            Map.entry("apprenant", Role.LEARNER),
            Map.entry("apprenante", Role.LEARNER),
            Map.entry("eleve", Role.LEARNER),
            Map.entry("enseignant", Role.TEACHER),
            Map.entry("enseignante", Role.TEACHER),
            Map.entry("professeur", Role.TEACHER),
            Map.entry("referent", Role.LEAD_TEACHER),
            Map.entry("referente", Role.LEAD_TEACHER),
            Map.entry("tuteur", Role.TUTOR),
            Map.entry("tutrice", Role.TUTOR),
            Map.entry("direction", Role.HEAD),
            Map.entry("administrateur", Role.ADMINISTRATOR));

    public static Optional<Role> find(String text) {
        String plain = Normalizer.normalize(text.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        Role french = FRENCH.get(plain);
        if (french != null) return Optional.of(french);
        String name = plain.replace('-', '_').replace(' ', '_');
        return Arrays.stream(Role.values())
                .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    @Override
    public Role convert(String value) {
        return find(value)
                .orElseThrow(() -> new TypeConversionException(
                        "--role : apprenant/learner, enseignant/teacher, référent/lead_teacher, tuteur/tutor, "
                                + "direction/head, administrateur/administrator"));
    }
}
