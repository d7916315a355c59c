package org.eportfolio.framework;

import java.util.List;
import java.util.Objects;

/** A bloc of competencies (in CRCN a domain), with the knowledge that goes with it. */
public record Bloc(
        Code code,
        String label,
        List<String> sources,
        List<Variant> variants,
        List<Competency> competencies,
        List<Knowledge> knowledge)
        implements Item {
    public Bloc {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(label, "label");
        sources = List.copyOf(sources);
        variants = List.copyOf(variants);
        competencies = List.copyOf(competencies);
        knowledge = List.copyOf(knowledge);
    }
}
