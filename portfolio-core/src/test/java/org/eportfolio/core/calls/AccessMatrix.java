package org.eportfolio.core.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.DeniedException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PortfolioException;
import org.eportfolio.access.HostService;
import org.eportfolio.access.Permission;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.VosReves;
import org.eportfolio.school.Actor;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * Which role gets through to which method of which desk. Found by trying each call as somebody who holds the role over
 * the whole organisation (as a learner: over their own), with a policy of the host that notes which permission the gate
 * asked about and then refuses, so that nothing is ever written.
 */
public final class AccessMatrix {
    private static final Path DOCS = Path.of("..", "docs", "access-matrix.md");

    private final Map<String, Row> rows = new TreeMap<>();
    private final Function<Method, @Nullable Object[]> arguments;
    private final ThreadLocal<@Nullable String> asked = new ThreadLocal<>();

    /** What comes from the gate; every other refusal comes after it let somebody through. */
    private static final Set<String> RULES_OF_THE_GATE = Set.of(
            "denied.needs-role",
            "denied.permission",
            "denied.opens-for-reason",
            "denied.role-not-held",
            "denied.role-does-not-reach",
            "denied.several-roles",
            "denied.grant-ended",
            "denied.grant-not-begun",
            "denied.membership-ended",
            "denied.oneself",
            "denied.not-a-bearer",
            "denied.service",
            "denied.service-is-no-person");

    private static final Set<String> HIDDEN_BY_THE_GATE = Set.of("dossier", "cohort", "person");

    /**
     * @param through the roles that get through, and for each the permission it was asked for, empty if none
     * @param lacking the roles that do not, and which permission they lack
     */
    private record Row(Map<Role, String> through, Map<Role, Permission> lacking) {
        String permissions() {
            return through.values().stream()
                    .filter(each -> !each.isEmpty())
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(", "));
        }
    }

    public AccessMatrix(VosReves school, Function<Method, @Nullable Object[]> arguments) {
        this.arguments = arguments;
        Map<Role, List<String>> people = new EnumMap<>(Role.class);
        for (Role role : Role.ofPeople()) {
            if (role == Role.LEARNER) continue;
            school.head.grants().give(NewGrant.of("matrix." + role, role));
            people.put(role, List.of("matrix." + role));
        }
        people.put(Role.LEARNER, List.of("emma", "lina"));
        // Not closed: the store is the school's.
        Portfolio vetoing = Portfolio.with(school.store)
                .clock(school.clock)
                .service(HostService.named("matrix", "Ce qu'un service peut avoir au plus")
                        .may(HostService.POSSIBLE.toArray(Permission[]::new)))
                .accessPolicy(question -> {
                    if (asked.get() == null) asked.set(question.permission().name());
                    return Optional.of("only a trial");
                })
                .build();
        calls().forEach((call, door) -> {
            Row row = new Row(new EnumMap<>(Role.class), new EnumMap<>(Role.class));
            people.forEach((role, ids) -> {
                for (String id : ids) tried(role, vetoing.as(Actor.of(id)), door, call, row);
            });
            tried(Role.SERVICE, vetoing.asService("matrix"), door, call, row);
            rows.put(name(door, call), row);
        });
    }

    /** Every public method of every desk, with the method of {@link Desk} that leads to it. */
    public static Map<Method, Method> calls() {
        Map<Method, Method> calls = new LinkedHashMap<>();
        Stream.of(Desk.class.getMethods())
                .filter(door -> door.getReturnType().getSimpleName().endsWith("Desk") && door.getParameterCount() == 0)
                .sorted(Comparator.comparing(Method::getName))
                .forEach(door -> Stream.of(door.getReturnType().getDeclaredMethods())
                        .filter(call -> Modifier.isPublic(call.getModifiers())
                                && !Modifier.isStatic(call.getModifiers())
                                && !call.isSynthetic())
                        .sorted(Comparator.comparing(call -> name(door, call)))
                        .forEach(call -> calls.put(call, door)));
        return calls;
    }

    public static String name(Method door, Method call) {
        return door.getName() + "()." + call.getName()
                + Stream.of(call.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private void tried(Role role, Desk desk, Method door, Method call, Row row) {
        asked.remove();
        try {
            call.invoke(door.invoke(desk), arguments.apply(call));
        } catch (InvocationTargetException e) {
            if (asked.get() == null && isOfTheGate(e.getCause())) {
                ((PortfolioException) e.getCause())
                        .reason().arguments().stream()
                                .filter(Permission.class::isInstance)
                                .forEach(lacked -> row.lacking.put(role, (Permission) lacked));
                return;
            }
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
        row.through.put(role, Objects.requireNonNullElse(asked.get(), ""));
    }

    private static boolean isOfTheGate(Throwable cause) {
        if (cause instanceof NotFoundException hidden) return HIDDEN_BY_THE_GATE.contains(hidden.what());
        return cause instanceof DeniedException denied
                && RULES_OF_THE_GATE.contains(denied.reason().key());
    }

    /** Where all who get through were asked for one permission, they are all who have it. */
    public void agreesWithThePermissionTable() {
        int compared = 0;
        for (Map.Entry<String, Row> each : rows.entrySet()) {
            Map<Role, String> through = each.getValue().through();
            through.forEach((role, asked) -> {
                if (!asked.isEmpty())
                    assertThat(has(role, Permission.valueOf(asked)))
                            .as(each.getKey())
                            .isTrue();
            });
            if (new HashSet<>(through.values()).size() != 1 || through.containsValue("")) continue;
            Permission permission =
                    Permission.valueOf(through.values().iterator().next());
            if (permission == Permission.ANSWER_FOR_ONESELF) continue; // for whoever is asked, whatever their role
            for (Role role : permission.roles()) {
                assertThat(through.containsKey(role)
                                || each.getValue().lacking().getOrDefault(role, permission) != permission)
                        .as("%s takes %s, so %s gets through unless it lacks another", each.getKey(), permission, role)
                        .isTrue();
            }
            compared++;
        }
        assertThat(compared).isGreaterThan(150);
    }

    private static boolean has(Role role, Permission permission) {
        return role == Role.SERVICE ? HostService.POSSIBLE.contains(permission) : permission.heldBy(role);
    }

    public void isWhatTheDocsSay() throws IOException {
        String now = text();
        if (Boolean.getBoolean("portfolio.regenerate")) Files.writeString(DOCS, now);
        String there = Files.exists(DOCS) ? Files.readString(DOCS) : "";
        assertThat(there)
                .as("docs/access-matrix.md does not say what the code does any more. See whether that is meant; if so, "
                        + "write it anew with: mvn -q -pl portfolio-core -am test -Dtest=DenyByDefaultTest "
                        + "-Dsurefire.failIfNoSpecifiedTests=false -Dportfolio.regenerate=true")
                .isEqualTo(now);
    }

    private String text() {
        StringBuilder text = new StringBuilder("""
                # Who may call what

                Generated from the code by `DenyByDefaultTest`, which fails when this page is no longer true and says how to
                write it anew. The rules themselves are one table, `Permission`, and one place that applies it, `AccessRules`.

                A column is a role held over the whole organisation; a learner's holds for what is their own. A narrower grant
                (a cohort, a dossier, one production) opens the same methods within its reach, and outside it the answer is
                that there is no such thing. A service of the host has at most what the column *Service* says, and of that what it was
                declared with. `x`: gets through. The permission is the one that the gate asks about first;
                where there is none, the method looks at the role alone or leaves out what is not for the caller. What a link
                opens (`shared()`) is for its bearer alone.
                """);
        String desk = "";
        for (Map.Entry<String, Row> each : rows.entrySet()) {
            String name = each.getKey();
            String in = name.substring(0, name.indexOf('.'));
            if (!in.equals(desk)) {
                desk = in;
                text.append("\n## ").append(desk).append("\n\n| Method | Permission |");
                for (Role role : Role.values())
                    text.append(' ').append(heading(role)).append(" |");
                text.append("\n|---|---|")
                        .append(":-:|".repeat(Role.values().length))
                        .append('\n');
            }
            Row row = each.getValue();
            text.append("| `").append(name.substring(desk.length() + 1)).append("` | ");
            text.append(row.permissions()).append(" |");
            for (Role role : Role.values()) text.append(row.through().containsKey(role) ? " x |" : "  |");
            text.append('\n');
        }
        return text.toString();
    }

    private static String heading(Role role) {
        return Arrays.stream(role.name().split("_"))
                .map(word -> word.equals("DPO")
                        ? word
                        : word.charAt(0) + word.substring(1).toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
