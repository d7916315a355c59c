package org.eportfolio.web;

import org.eportfolio.web.demo.Demo;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What stands in the terminal once pages are served. */
@Component
final class Greeting {
    private final Environment environment;
    private final ObjectProvider<Demo> demo;

    Greeting(Environment environment, ObjectProvider<Demo> demo) {
        this.environment = environment;
        this.demo = demo;
    }

    String text() {
        String address = "http://127.0.0.1:" + environment.getProperty("local.server.port") + "/";
        Demo shown = demo.getIfAvailable();
        if (shown == null) return address + "\nNo account exists yet: the host brings them.";
        return address + "\nSign in as c.reference, m.durand, emma or another of the class, with the password "
                + Demo.PASSWORD + ". The year is kept in " + shown.file() + ".";
    }
}
