package org.eportfolio.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eportfolio.web.demo.Demo;
import org.jspecify.annotations.Nullable;

/** What a browser without JavaScript does: it keeps cookies, follows redirects, and sends the mark of the last form. */
final class Browser {
    private static final Pattern MARK = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int MOST_STEPS = 9;
    private static final String BOUNDARY = "----a-form-of-a-test";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final String home;
    private final String language;
    private @Nullable HttpResponse<byte[]> last;
    private Optional<String> mark = Optional.empty();
    private String accept = "text/html";

    Browser(String home, String language) {
        this.home = home;
        this.language = language;
    }

    /** From now on what a script of a page does: it is answered in JSON. */
    Browser byScript() {
        accept = "application/json";
        return this;
    }

    /** The session is over; the page that was read last still stands there. */
    Browser withoutSession() {
        cookies.getCookieStore().removeAll();
        return this;
    }

    /** Signs in on the page to sign in, where the browser is or goes. */
    Browser signsIn(String person) {
        if (!path().equals("/login")) get("/login");
        return post("/login", "username", person, "password", Demo.PASSWORD);
    }

    Browser get(String path, String... headers) {
        HttpRequest.Builder request = request(path).GET();
        if (headers.length > 0) request.headers(headers);
        return sent(request);
    }

    /** Sends a form with the mark of the page that was read last; names and values by turns. */
    Browser post(String path, String... fields) {
        String body =
                encoded(fields) + mark().map(each -> "&_csrf=" + encoded(each)).orElse("");
        return sent(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The same without the mark. */
    Browser postUnmarked(String path, String... fields) {
        return sent(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields))));
    }

    /** Sends a form with a file. */
    Browser upload(String path, String name, String type, byte[] bytes, String... fields) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of(fields));
        mark().ifPresent(each -> all.addAll(List.of("_csrf", each)));
        for (int i = 0; i < all.size(); i += 2) {
            part(body, "name=\"" + all.get(i) + "\"", null, all.get(i + 1).getBytes(StandardCharsets.UTF_8));
        }
        part(body, "name=\"file\"; filename=\"" + name + "\"", type, bytes);
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return sent(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String names, @Nullable String type, byte[] bytes) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + names + "\r\n"
                + (type == null ? "" : "Content-Type: " + type + "\r\n") + "\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path) {
        URI address = URI.create(path.startsWith("http") ? path : home + path);
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(60))
                .header("Accept", accept)
                .header("Accept-Language", language);
    }

    private Browser sent(HttpRequest.Builder request) {
        try {
            last = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            // As browsers do: what was sent, and what is said of it, is left behind.
            for (int steps = 0; status() / 100 == 3 && status() != 304 && steps < MOST_STEPS; steps++) {
                URI next = last().uri().resolve(header("Location"));
                last = client.send(request(next.toString()).build(), HttpResponse.BodyHandlers.ofByteArray());
            }
            mark();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String... fields) {
        if (fields.length == 1) return URLEncoder.encode(fields[0], StandardCharsets.UTF_8);
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) pairs.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
        return String.join("&", pairs);
    }

    /** That of the last page that had one. */
    private Optional<String> mark() {
        mark = find(MARK).or(() -> mark);
        return mark;
    }

    private HttpResponse<byte[]> last() {
        if (last == null) throw new IllegalStateException("nothing was read yet");
        return last;
    }

    int status() {
        return last().statusCode();
    }

    byte[] bytes() {
        return last().body();
    }

    /** The page as it came. */
    String page() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** The words of the page, without its marks. */
    String words() {
        return page().replaceAll("(?s)<(script|style).*?</\\1>", " ")
                .replaceAll("<[^>]+>", " ")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replaceAll("\\s+", " ");
    }

    String header(String name) {
        return last().headers().firstValue(name).orElse("");
    }

    /** Where the browser is now. */
    String path() {
        return last().uri().getPath();
    }

    Optional<String> find(Pattern pattern) {
        if (last == null) return Optional.empty();
        Matcher found = pattern.matcher(page());
        return found.find() ? Optional.of(found.group(1).replace("&amp;", "&")) : Optional.empty();
    }

    /** The first address in the page that fits. */
    String link(String pattern) {
        return find(Pattern.compile("(?:href|action|src)=\"(" + pattern + ")\""))
                .orElseThrow(() -> new AssertionError("no link like " + pattern + " in:\n" + words()));
    }
}
