package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

/** A school's file, and what people type in it. */
record SchoolFile(String db) {
    static SchoolFile at(String db) {
        return new SchoolFile(db);
    }

    Ran as(String person, String... command) {
        return Ran.in(
                false,
                Stream.concat(Stream.of(command), Stream.of("--db", db, "--as", person))
                        .toArray(String[]::new));
    }

    /** The same, which has to be done. */
    void run(String person, String... command) {
        Ran ran = as(person, command);
        assertThat(ran.err()).as(String.join(" ", command)).isEmpty();
        assertThat(ran.code()).isZero();
    }

    /** A teacher asks Emma, who is of age, whether her badges may leave the school, and she agrees. */
    void agree(String teacher) {
        run(
                teacher,
                "authorise",
                "request",
                "emma",
                "--badges",
                "--of-age",
                "--project",
                "Badges",
                "--use",
                "Les emporter",
                "--recipients",
                "Qui les reçoit",
                "--until",
                "2099-07-31");
        run("emma", "authorise", "give", "emma", "emma");
    }
}
