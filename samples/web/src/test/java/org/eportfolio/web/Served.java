package org.eportfolio.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.eportfolio.web.demo.Demo;
import org.springframework.context.ConfigurableApplicationContext;

/** The demonstration, served once for all tests: what they do there stands beside each other. */
final class Served {
    private static final Path FOLDER = folder();
    private static final ConfigurableApplicationContext RUNNING =
            SchoolServer.start("--demo", "--server.port=0", "--portfolio.path=" + FOLDER.resolve("demo.db"));

    private Served() {}

    private static Path folder() {
        try {
            return Files.createTempDirectory("school-web-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T bean(Class<T> type) {
        return RUNNING.getBean(type);
    }

    /** As the school's own clock has it. */
    static LocalDate today() {
        return LocalDate.now(bean(Demo.class).clock());
    }

    static Path file() {
        return FOLDER.resolve("demo.db");
    }

    /** A browser in French that no one has signed in with. */
    static Browser stranger() {
        return new Browser("http://127.0.0.1:" + RUNNING.getEnvironment().getProperty("local.server.port"), "fr");
    }

    static Browser stranger(String language) {
        return new Browser("http://127.0.0.1:" + RUNNING.getEnvironment().getProperty("local.server.port"), language);
    }

    /** A browser with which this person has signed in. */
    static Browser as(String person) {
        Browser browser = stranger();
        browser.get("/login");
        browser.post("/login", "username", person, "password", Demo.PASSWORD);
        return browser;
    }
}
