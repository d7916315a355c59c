package org.eportfolio.core;

import java.util.List;
import org.eportfolio.framework.Level;
import org.eportfolio.framework.LevelId;
import org.eportfolio.framework.Scale;

/**
 * Two scales to begin with. They are examples: no official scale exists for the frameworks that ship, and none of these
 * is a default.
 */
public final class ExampleScales {
    /** {@code decouverte}, {@code en-cours}, {@code acquis}, {@code maitrise}. */
    public static final Scale FOUR_STEPS = new Scale(
            "four-steps",
            "Quatre paliers (exemple)",
            true,
            List.of(
                    level("decouverte", "Découverte", "Découvre l'activité, avec une aide constante.", "#b2182b", "○"),
                    level("en-cours", "En cours", "Réalise une partie de l'activité, avec de l'aide.", "#ef8a62", "◔"),
                    level("acquis", "Acquis", "Réalise l'activité seul dans une situation connue.", "#67a9cf", "◕"),
                    level("maitrise", "Maîtrise", "Adapte son activité à une situation nouvelle.", "#2166ac", "●")));

    /** {@code avec-aide}, {@code seul}, {@code transmet}. */
    public static final Scale THREE_DEGREES_OF_AUTONOMY = new Scale(
            "three-degrees-of-autonomy",
            "Trois degrés d'autonomie (exemple)",
            true,
            List.of(
                    level("avec-aide", "Avec aide", "Y arrive quand quelqu'un l'accompagne.", "#f1a340", "△"),
                    level("seul", "Seul", "Y arrive sans aide.", "#998ec3", "▲"),
                    level("transmet", "Transmet", "Sait l'expliquer à d'autres.", "#542788", "★")));

    private ExampleScales() {}

    /** Both. */
    public static List<Scale> all() {
        return List.of(FOUR_STEPS, THREE_DEGREES_OF_AUTONOMY);
    }

    private static Level level(String id, String label, String description, String colour, String symbol) {
        return new Level(LevelId.of(id), label, description, colour, symbol);
    }
}
