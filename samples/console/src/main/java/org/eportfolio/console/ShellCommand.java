package org.eportfolio.console;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.shell.CommandTree;
import org.eportfolio.console.shell.Shell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** Many commands in one start of the program. */
@Command(name = "shell")
final class ShellCommand extends ConsoleCommand implements Callable<Integer> {
    ShellCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws Exception {
        return new Shell(session(), args -> Console.run(args, session().screen()), new Commands(session())).run();
    }

    private record Commands(Session session) implements CommandTree {
        @Override
        public List<String> names() {
            return AllCommands.NAMES;
        }

        @Override
        public CommandSpec command(String name) {
            return Objects.requireNonNull(Console.commands(session, Set.of(name))
                            .getSubcommands()
                            .get(name))
                    .getCommandSpec();
        }
    }
}
