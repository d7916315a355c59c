package org.eportfolio.browser;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All pages that a person reaches by links, one for each kind of address. */
final class Walk {
    private static final String LINKS =
            "Array.from(document.querySelectorAll('a[href]'), each => each.href.replace(/#.*/, ''))";

    private Walk() {}

    /** The first address of each kind, by the kind: ids and codes are left out of it. */
    static Map<String, String> from(Page page, String... starts) {
        Map<String, String> found = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(starts));
        while (!next.isEmpty()) {
            String address = next.removeFirst();
            if (!seen.add(kind(address)) || !isPage(page, address)) continue;
            page.navigate(address);
            found.put(kind(page.url()), page.url());
            for (Object each : (List<?>) page.evaluate(LINKS)) {
                String link = each.toString();
                if (link.startsWith(root(page)) && !link.contains("lang=")) next.addLast(link);
            }
        }
        return found;
    }

    private static String root(Page page) {
        return page.url().replaceFirst("^(https?://[^/]+/).*", "$1");
    }

    /** A file is no page; of two addresses of one kind the first stands for both. */
    private static boolean isPage(Page page, String address) {
        APIResponse answer = page.request().get(address);
        return answer.headers().getOrDefault("content-type", "").startsWith("text/html");
    }

    private static String kind(String address) {
        return address.replaceFirst("^https?://[^/]+", "")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "*")
                .replaceAll("=[^&]*", "=")
                .replaceAll("/(t|s|j|p)/.*", "/$1/*")
                .replaceAll("/missions/[^/]+", "/missions/*")
                .replaceAll("/scenarios/[^/]+", "/scenarios/*");
    }
}
