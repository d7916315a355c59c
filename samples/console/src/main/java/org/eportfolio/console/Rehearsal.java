package org.eportfolio.console;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eportfolio.console.command.Session;

/** Plays the commands whose classes {@link StartArchive} keeps, on a class of two. */
public final class Rehearsal {
    private final Path file;
    private final PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);

    private Rehearsal(Path file) {
        this.file = file;
    }

    /** @param args an empty folder */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Path roster = Files.writeString(folder.resolve("class.csv"), """
                person,name,role,cohort
                emma,Emma Exemplaire,learner,A
                malo,Malo Modèle,learner,A
                prof,Marc Durand-Fictif,teacher,A
                """);
        new Rehearsal(folder.resolve("class.db")).play(roster);
    }

    private void play(Path roster) {
        done("init", "head");
        done("framework", "adopt", "mc-sno", "--scale", "four-steps");
        done("roster", "import", roster.toString());
        done("dossier", "open", "--cohort", "A");
        done("position", "emma", "C3.1", "acquis", "--because", "x", "--as", "prof");
        done("matrix", "A", "--json", "--as", "prof");
        done("matrix", "A", "--as", "prof");
        done("matrix", "A", "--lang", "en", "--as", "prof");
        done("progress", "emma", "--as", "prof");
        done("dossier", "show", "emma", "--json", "--as", "prof");
        done("queue", "A", "--as", "prof");
        done("home", "emma", "--as", "emma");
        done("goal", "list", "emma", "--as", "emma");
        done("--help");
        run("matrix");
        run("matrix", "B");
    }

    private void done(String... command) {
        if (run(command) != Session.DONE) throw new IllegalStateException(String.join(" ", command));
    }

    private int run(String... command) {
        List<String> args = new ArrayList<>(List.of(command));
        args.addAll(List.of("--db", file.toString()));
        return Console.run(args.toArray(String[]::new), nowhere, nowhere, false);
    }
}
