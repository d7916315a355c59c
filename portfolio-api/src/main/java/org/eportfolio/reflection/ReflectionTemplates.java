package org.eportfolio.reflection;

import java.util.List;

/**
 * Contributes reflection templates: what a plugin implements, or reads from files. Installed on the portfolio's builder.
 * Asked once, while the portfolio is built, on the building thread; need not be thread-safe. An exception, a
 * {@code null} or a template whose id another contribution has fails the building and is reported as
 * {@link org.eportfolio.PluginException}, which names the plugin that brought it.
 */
public interface ReflectionTemplates {
    /** Names the contribution in messages. Never {@code null} or blank. */
    String name();

    /** The templates. Never {@code null}. */
    List<ReflectionTemplate> templates();

    /** A contribution of these templates. */
    static ReflectionTemplates of(String name, ReflectionTemplate... templates) {
        List<ReflectionTemplate> all = List.of(templates);
        return new ReflectionTemplates() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<ReflectionTemplate> templates() {
                return all;
            }
        };
    }
}
