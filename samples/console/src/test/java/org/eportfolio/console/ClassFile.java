package org.eportfolio.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files with a small class whose year begins: three learners with a dossier, their teacher, the scenario that ships. */
final class ClassFile {
    private static final Path BEGUN = begin();

    private ClassFile() {}

    static Path in(Path folder) throws IOException {
        return Files.copy(BEGUN, folder.resolve("classe.db"));
    }

    private static Path begin() {
        try {
            Path folder = Files.createTempDirectory("classe");
            Path file = folder.resolve("begun.db");
            Path roster = Files.writeString(folder.resolve("classe.csv"), """
                    person,name,role,cohort
                    emma,Emma Exemplaire,learner,CS SNO
                    malo,Malo Modèle,learner,CS SNO
                    ines,Inès Inventée,learner,CS SNO
                    prof,Marc Durand-Fictif,teacher,CS SNO
                    """);
            done(file, "init", "proviseure");
            done(file, "framework", "adopt", "mc-sno", "--scale", "four-steps");
            done(file, "framework", "publish", "crcn");
            done(file, "framework", "publish", "transversal");
            done(file, "roster", "import", roster.toString());
            done(file, "dossier", "open", "--cohort", "CS SNO");
            done(file, "scenario", "import", "--bundled", "vosreves", "--as", "prof");
            done(file, "scenario", "publish", "vosreves", "--as", "prof");
            done(file, "plan", "add", "CS SNO", "vosreves", "--as", "prof");
            Files.deleteIfExists(roster);
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void done(Path file, String... args) {
        Ran ran = Ran.console(file, args);
        if (ran.code() != 0) throw new AssertionError(ran.err());
    }
}
