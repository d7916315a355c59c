package org.eportfolio.core.internal.reflection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.PluginException;
import org.eportfolio.core.internal.work.JsonFile;
import org.eportfolio.reflection.ReflectionTemplate;
import org.eportfolio.reflection.ReflectionTemplates;
import org.eportfolio.reflection.TemplateId;

/**
 * The reflection templates that ship, read from their files when first asked for, and those that plugins brought.
 * Thread-safe.
 */
public final class TemplateCatalogue {
    private static final String LIBRARY = "portfolio";
    private static final List<TemplateId> SHIPPED =
            List.of(new TemplateId("explicitation", 1), new TemplateId("kolb", 1), new TemplateId("free", 1));
    private static final Map<TemplateId, ReflectionTemplate> READ = new ConcurrentHashMap<>();

    private final Map<TemplateId, ReflectionTemplate> contributed;

    private TemplateCatalogue(Map<TemplateId, ReflectionTemplate> contributed) {
        this.contributed = contributed;
    }

    /** Asks each plugin once. A {@link PluginException} names the one that fails, or the two that collide. */
    public static TemplateCatalogue with(List<ReflectionTemplates> plugins) {
        Map<TemplateId, String> broughtBy = new HashMap<>();
        SHIPPED.forEach(id -> broughtBy.put(id, LIBRARY));
        Map<TemplateId, ReflectionTemplate> all = new LinkedHashMap<>();
        for (ReflectionTemplates plugin : plugins) {
            Brought brought = Brought.by(plugin);
            for (ReflectionTemplate template : brought.templates()) {
                String other = broughtBy.putIfAbsent(template.id(), brought.name());
                if (other != null) {
                    throw new PluginException(
                            brought.name(),
                            Message.of("plugin.templates-collide", template.id(), other, brought.name()));
                }
                all.put(template.id(), template);
            }
        }
        return new TemplateCatalogue(all);
    }

    private record Brought(String name, List<ReflectionTemplate> templates) {
        static Brought by(ReflectionTemplates plugin) {
            String name = plugin.getClass().getName();
            try {
                name = Objects.requireNonNull(plugin.name(), "name");
                return new Brought(name, List.copyOf(plugin.templates()));
            } catch (RuntimeException e) {
                throw new PluginException(name, Message.of("plugin.failed", name, String.valueOf(e)), e);
            }
        }
    }

    /** All of them, those that ship first. */
    public List<ReflectionTemplate> all() {
        List<ReflectionTemplate> all = new ArrayList<>();
        SHIPPED.forEach(id -> all.add(shipped(id)));
        all.addAll(contributed.values());
        return all;
    }

    public ReflectionTemplate require(TemplateId id) {
        if (SHIPPED.contains(id)) return shipped(id);
        ReflectionTemplate template = contributed.get(id);
        if (template == null) throw new NotFoundException("template", id);
        return template;
    }

    private static ReflectionTemplate shipped(TemplateId id) {
        return READ.computeIfAbsent(id, each -> {
            try (InputStream in = TemplateCatalogue.class.getResourceAsStream(
                    "/org/eportfolio/core/templates/" + id.name() + ".json")) {
                if (in == null) throw new IllegalStateException("the library's own file is missing: " + id);
                return JsonFile.read(in, ReflectionTemplate.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
