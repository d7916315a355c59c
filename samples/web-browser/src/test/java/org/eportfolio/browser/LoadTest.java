package org.eportfolio.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * 200 people of a school at a time for a minute, each reading a page every five seconds or so and learners capturing something now
 * and then, on SQLite: in the demonstration's year, and in the same school without a record. What it prints stands in {@code docs/performance.md}.
 */
@Tag("long")
@Isolated("what it measures others would slow down")
class LoadTest {
    private static final int USERS = 200;
    private static final Duration LASTING = Duration.ofSeconds(Integer.getInteger("load.seconds", 60));
    private static final int PAUSE_MS = 5_000;
    private static final List<String> PEOPLE =
            List.of("emma", "lina", "malo", "yanis", "chloe", "ines", "sacha", "tom", "m.durand", "c.reference");
    private static final String[] SOURCE = {
        "title", "Une source", "reliability", "RELIABLE", "reason", "Un site officiel", "synthesis", "À relire"
    };
    private static final Pattern MARK = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern LINK =
            Pattern.compile("<a [^>]*?href=\"(/(?:dossiers|classes|privacy|reviews)[^\"#]*)\"");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Map<String, ConcurrentLinkedQueue<Long>> times = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();

    /** One of the people, with cookies of their own, who goes on from the page before. */
    private final class User {
        private final HttpClient client;
        private final String home;
        private final boolean learner;
        private List<String> links = List.of("");
        private String page = "";

        /** @param door where the person comes in without a password; {@code null} for the form */
        User(String home, String person, @Nullable String door, ExecutorService pool)
                throws IOException, InterruptedException {
            this.home = home;
            learner = !person.contains(".");
            client = HttpClient.newBuilder()
                    .executor(pool)
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();
            get("login", "");
            if (door == null) post("login", "", "username", person, "password", "demo");
            else sent(HttpRequest.newBuilder(URI.create(door)), "");
        }

        private void get(String path, String kind) throws IOException, InterruptedException {
            sent(HttpRequest.newBuilder(URI.create(home + path)), kind);
        }

        private void post(String path, String kind, String... fields) throws IOException, InterruptedException {
            Matcher mark = MARK.matcher(page);
            StringBuilder body = new StringBuilder("_csrf=" + encoded(mark.find() ? mark.group(1) : ""));
            for (int i = 0; i < fields.length; i += 2)
                body.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
            sent(
                    HttpRequest.newBuilder(URI.create(home + path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body.toString())),
                    kind);
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        private void sent(HttpRequest.Builder request, String kind) throws IOException, InterruptedException {
            long began = System.nanoTime();
            HttpResponse<String> answer = client.send(
                    request.header("Accept", "text/html")
                            .timeout(Duration.ofSeconds(60))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (kind.isEmpty() && answer.statusCode() < 400) {
                page = answer.body();
                return;
            }
            times.computeIfAbsent(kind, each -> new ConcurrentLinkedQueue<>()).add(System.nanoTime() - began);
            if (answer.statusCode() >= 400)
                errors.add(answer.statusCode() + " " + answer.uri().getPath());
            page = answer.body();
        }

        /** The home page, then whatever it leads to; a learner notes a source now and then. */
        void act() throws IOException, InterruptedException {
            String next = links.get(ThreadLocalRandom.current().nextInt(links.size()));
            if (learner && next.endsWith("/watch")) {
                get(next, "read");
                post(next, "write", SOURCE);
                if (!page.contains("class=\"notice good\"")) errors.add("refused " + next);
            } else {
                get(next, next.startsWith("classes") ? "read a class" : "read");
            }
            List<String> found = new ArrayList<>(List.of(""));
            Matcher each = LINK.matcher(page);
            while (each.find()) {
                String link = each.group(1).replace("&amp;", "&").substring(1);
                if (!link.contains("booklet") && !link.contains("/files/") && !link.contains("/previews/"))
                    found.add(link);
            }
            links = found;
        }
    }

    @Test
    void two_hundred_people_for_a_minute_meet_no_error() throws Exception {
        try (School school = School.started(folder)) {
            String home = school.address();
            measure("the school", (person, pool) -> new User(home, person, null, pool));
        }
    }

    @Test
    void nor_do_they_where_nothing_is_recorded_yet() throws Exception {
        try (EmptySchool school = EmptySchool.started(folder, PEOPLE)) {
            measure("nothing recorded", (person, pool) -> new User(school.home(), person, school.door(person), pool));
        }
    }

    private interface SigningIn {
        User user(String person, ExecutorService pool) throws IOException, InterruptedException;
    }

    private void measure(String what, SigningIn signing) throws IOException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(16);
        ExecutorService people = Executors.newFixedThreadPool(USERS);
        try {
            List<User> users = new ArrayList<>();
            for (int i = 0; i < USERS; i++) users.add(signing.user(PEOPLE.get(i % PEOPLE.size()), pool));
            CountDownLatch ended = new CountDownLatch(USERS);
            long end = System.nanoTime() + LASTING.toNanos();
            for (User each : users) people.execute(() -> work(each, end, ended));
            assertThat(ended.await(LASTING.toSeconds() + 120, TimeUnit.SECONDS)).isTrue();
        } finally {
            people.shutdownNow();
            pool.shutdownNow();
        }
        new TreeMap<>(times).forEach((kind, all) -> System.out.println(what + ": " + said(kind, all)));
        assertThat(errors).isEmpty();
        assertThat(times.get("read")).hasSizeGreaterThan(USERS);
    }

    private void work(User user, long end, CountDownLatch ended) {
        try {
            while (System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(2 * PAUSE_MS));
                user.act();
            }
        } catch (IOException | RuntimeException e) {
            errors.add(String.valueOf(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    private static String said(String kind, ConcurrentLinkedQueue<Long> all) {
        long[] sorted = all.stream().mapToLong(each -> each / 1_000).sorted().toArray();
        return String.format(
                "%s: %d requests, median %.1f ms, p95 %.1f ms, longest %.1f ms",
                kind,
                sorted.length,
                sorted[sorted.length / 2] / 1e3,
                sorted[Math.min(sorted.length - 1, sorted.length * 95 / 100)] / 1e3,
                Arrays.stream(sorted).max().orElse(0) / 1e3);
    }
}
