package org.eportfolio.console.terminal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * How Logback is configured: by a {@code logback.xml} beside the program's jar where there is one; without it, warnings on
 * stderr, a line each. The latter is said in Java, for reading XML lengthens a cold start by a quarter.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_TOP_PRIORITY)
public final class ConsoleLogging extends ContextAwareBase implements Configurator {
    private static final String OWN = "org.eportfolio";

    /** Logback's own way to name a configuration, which goes before ours. */
    private static final String NAMED = "logback.configurationFile";

    @Override
    public ExecutionStatus configure(LoggerContext logging) {
        if (System.getProperty(NAMED) != null) return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        Optional<Path> file = besideTheJar().filter(Files::exists);
        if (file.isPresent()) {
            read(file.get(), logging);
        } else {
            OneLineAppender lines = new OneLineAppender();
            lines.setContext(logging);
            lines.start();
            Logger root = logging.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            root.setLevel(Level.WARN);
            root.addAppender(lines);
        }
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private void read(Path file, LoggerContext logging) {
        JoranConfigurator xml = new JoranConfigurator();
        xml.setContext(logging);
        try {
            xml.doConfigure(file.toFile());
        } catch (JoranException e) {
            System.err.println(PrintableText.of(file + ": " + e.getMessage()));
        }
    }

    /** Where the program was started by {@code java -jar}. */
    private static Optional<Path> besideTheJar() {
        String path = System.getProperty("java.class.path", "");
        return path.endsWith(".jar") && !path.contains(File.pathSeparator)
                ? Optional.of(Path.of(path).toAbsolutePath().resolveSibling("logback.xml"))
                : Optional.empty();
    }

    /**
     * Lets the library's own loggers say more, or no more than before. Those of other libraries stay as they are, since
     * they might write what people wrote.
     */
    public static void detailed(boolean more) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
            logging.getLogger(OWN).setLevel(more ? Level.DEBUG : null);
        }
    }
}
