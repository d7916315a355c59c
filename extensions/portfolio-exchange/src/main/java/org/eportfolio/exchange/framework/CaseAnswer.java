package org.eportfolio.exchange.framework;

import java.util.Map;

/**
 * What {@link CaseService} answers.
 *
 * @param status of HTTP: 200, or 400, 403 or 404 with an {@code imsx_StatusInfo} as body
 * @param headers to send besides {@code Content-Type: application/json}: of a list {@code X-Total-Count} and, where there is more,
 *     {@code Link}
 * @param body JSON in UTF-8
 */
public record CaseAnswer(int status, Map<String, String> headers, String body) {
    public CaseAnswer {
        headers = Map.copyOf(headers);
    }
}
