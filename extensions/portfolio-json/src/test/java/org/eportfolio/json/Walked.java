package org.eportfolio.json;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eportfolio.Message;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.sharing.Passcode;
import org.eportfolio.sharing.Token;

/** The types that hosts meet: what the desks give and what is handed in, found among the methods and the files. */
final class Walked {
    private static final Path API = Path.of("..", "..", "portfolio-api", "src", "main", "java");

    private Walked() {}

    /** What any call of a desk gives. */
    static List<Type> given() {
        Set<Type> types = new LinkedHashSet<>();
        for (Method door : sorted(Desk.class)) {
            if (!door.getReturnType().getSimpleName().endsWith("Desk")) continue;
            for (Method call : sorted(door.getReturnType())) types.add(call.getGenericReturnType());
        }
        return List.copyOf(types);
    }

    /** The inputs of the api: {@code New…}. */
    static List<Class<?>> inputs() {
        try (Stream<Path> files = Files.walk(API)) {
            List<Class<?>> inputs = new ArrayList<>();
            for (Path each : files.filter(file -> file.getFileName().toString().matches("New[A-Z].*\\.java"))
                    .sorted()
                    .toList()) {
                String name = API.relativize(each).toString().replaceAll("\\.java$", "");
                inputs.add(Class.forName(name.replace(each.getFileSystem().getSeparator(), ".")));
            }
            return inputs;
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** All types of the library that these are made of, themselves included, by name. */
    static Set<Class<?>> within(Iterable<? extends Type> types) {
        Set<Class<?>> found = new LinkedHashSet<>();
        types.forEach(each -> add(each, found));
        return found;
    }

    private static void add(Type type, Set<Class<?>> found) {
        if (type instanceof ParameterizedType generic) {
            add(generic.getRawType(), found);
            for (Type each : generic.getActualTypeArguments()) add(each, found);
        }
        if (!(type instanceof Class<?> plain) || plain == NewAttachment.Source.class) return;
        if (!OwnTypes.isWritten(plain)
                || !found.add(plain)
                || TextForm.of(plain).isPresent()) return;
        if (plain.isSealed()) for (Class<?> each : plain.getPermittedSubclasses()) add(each, found);
        if (!plain.isRecord() || plain == Message.class) return;
        for (RecordComponent each : plain.getRecordComponents()) add(each.getGenericType(), found);
    }

    /** Whether a client could send it back: no sentence, no secret, nothing of just any type, no bytes. */
    static boolean isReadBack(Class<?> type) {
        Set<Class<?>> parts = within(List.of(type));
        return !parts.contains(Message.class)
                && !parts.contains(Token.class)
                && !parts.contains(Passcode.class)
                && parts.stream()
                        .filter(Class::isRecord)
                        .flatMap(each -> Stream.of(each.getRecordComponents()))
                        .noneMatch(
                                each -> each.getType() == Object.class || each.getType() == NewAttachment.Source.class);
    }

    /** Whether it names files that come beside the JSON: what is written leaves their names out. */
    static boolean namesFiles(Class<?> type) {
        return within(List.of(type)).contains(NewAttachment.class);
    }

    private static List<Method> sorted(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(each -> Modifier.isPublic(each.getModifiers())
                        && !Modifier.isStatic(each.getModifiers())
                        && !each.isSynthetic())
                .sorted(Comparator.comparing(Method::toString))
                .toList();
    }
}
