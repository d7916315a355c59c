package org.eportfolio.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eportfolio.StorageException;
import org.eportfolio.web.demo.Demo;
import org.eportfolio.web.demo.NotTheDemoException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Serves one school. With {@code --demo} it is the year of the VosRêves class, for this machine alone; without it there is
 * no account until the host brings some.
 */
@SpringBootApplication
public class SchoolServer {
    private static final String DEMO = "--demo";
    private static final String PATH = "--portfolio.path=";
    private static final String ADDRESS = "--server.address=";

    /** Starts the server, and says where. */
    public static void main(String[] arguments) {
        try {
            ConfigurableApplicationContext running = start(arguments);
            System.out.println(running.getBean(Greeting.class).text());
        } catch (NotTheDemoException | StorageException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    /** @throws NotTheDemoException if {@code --demo} is to be shown of a file that holds something else */
    static ConfigurableApplicationContext start(String... arguments) {
        SpringApplication application = new SpringApplication(SchoolServer.class);
        if (!List.of(arguments).contains(DEMO)) return application.run(arguments);
        Demo demo = Demo.in(file(arguments));
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("demo", demo));
        return application.run(forThisMachine(arguments, demo.file()));
    }

    private static Path file(String... arguments) {
        return Arrays.stream(arguments)
                .filter(each -> each.startsWith(PATH))
                .map(each -> Path.of(each.substring(PATH.length())))
                .findFirst()
                .orElse(Path.of("school-demo.db"));
    }

    /** Accounts whose passwords everybody knows are for no other machine, whatever else was set. */
    private static String[] forThisMachine(String[] given, Path file) {
        List<String> arguments = new ArrayList<>();
        for (String each : given) {
            if (!each.equals(DEMO) && !each.startsWith(PATH) && !each.startsWith(ADDRESS)) arguments.add(each);
        }
        arguments.add(PATH + file);
        arguments.add(ADDRESS + "127.0.0.1");
        return arguments.toArray(String[]::new);
    }
}
