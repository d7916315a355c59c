package org.eportfolio.project;

import jakarta.validation.constraints.NotNull;
import org.eportfolio.Line;
import org.eportfolio.Prose;

/** A project to be followed up: {@code NewProject.titled("Refonte du site").aiming("En ligne avant Noël")}. */
public record NewProject(
        @NotNull @Line String title,
        @NotNull @Prose(max = 10_000) String purpose) {
    public static NewProject titled(String title) {
        return new NewProject(title, "");
    }

    /** What it is for. */
    public NewProject aiming(String text) {
        return new NewProject(title, text);
    }
}
