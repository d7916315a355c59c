package org.eportfolio.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A host has one Jackson: the other need not be there. */
class EitherJacksonTest {
    @Test
    void jackson_2_alone_is_enough() throws Exception {
        assertThat(written("tools.jackson.", "com.fasterxml.jackson.databind", "PortfolioJackson2"))
                .isEqualTo("{\"type\":\"organisation\"}");
    }

    @Test
    void jackson_3_alone_is_enough() throws Exception {
        // Both have their annotations from one jar.
        assertThat(written("com.fasterxml.jackson.databind.", "tools.jackson.databind", "PortfolioJackson3"))
                .isEqualTo("{\"type\":\"organisation\"}");
    }

    private static String written(String missing, String databind, String module) throws Exception {
        try (URLClassLoader host = without(missing)) {
            Class<?> mapper = host.loadClass(databind + ".json.JsonMapper");
            Object builder = mapper.getMethod("builder").invoke(null);
            Object ours = host.loadClass("org.eportfolio.json." + module)
                    .getConstructor()
                    .newInstance();
            String type = module.endsWith("2") ? ".Module" : ".JacksonModule";
            builder.getClass()
                    .getMethod("addModule", host.loadClass(databind + type))
                    .invoke(builder, ours);
            Object built = builder.getClass().getMethod("build").invoke(builder);
            Object value = host.loadClass("org.eportfolio.school.Reach$Organisation")
                    .getConstructor()
                    .newInstance();
            return String.valueOf(
                    mapper.getMethod("writeValueAsString", Object.class).invoke(built, value));
        }
    }

    /** Everything that the test has, but for one Jackson. */
    private static URLClassLoader without(String missing) {
        URL[] places = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(EitherJacksonTest::url)
                .toArray(URL[]::new);
        return new URLClassLoader(places, ClassLoader.getPlatformClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                if (name.startsWith(missing)) throw new ClassNotFoundException(name);
                return super.findClass(name);
            }
        };
    }

    private static URL url(String place) {
        try {
            return new File(place).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }
}
