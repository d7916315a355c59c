package org.eportfolio.web.look;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;

/** What goes before a file that a page makes. */
public final class Headers {
    private Headers() {}

    /** Has what comes next saved under this name. */
    public static void toSave(String name, String type, HttpServletResponse response) {
        response.setContentType(type);
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}
