package org.eportfolio.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.framework.CaseAnswer;
import org.eportfolio.exchange.framework.CaseService;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The school's frameworks for other programs, by the read endpoints of CASE 1.1, for people who have signed in. */
@Controller
final class CasePages {
    private static final String PATH = "/ims/case/v1p1";

    @GetMapping(PATH + "/**")
    ResponseEntity<byte[]> answer(Desk desk, HttpServletRequest request) {
        String base = ServletUriComponentsBuilder.fromContextPath(request)
                .path(PATH)
                .build()
                .toUriString();
        Map<String, String> query = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> query.put(name, values[0]));
        String path = request.getRequestURI().substring(request.getContextPath().length() + PATH.length());
        CaseAnswer answer = CaseService.of(desk, URI.create(base)).get(path, query);
        ResponseEntity.BodyBuilder response =
                ResponseEntity.status(answer.status()).contentType(MediaType.APPLICATION_JSON);
        answer.headers().forEach(response::header);
        return response.body(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
