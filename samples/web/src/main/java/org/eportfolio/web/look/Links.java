package org.eportfolio.web.look;

import java.util.Map;
import org.eportfolio.sharing.IssuedLink;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The addresses of pages behind links. */
public final class Links {
    private Links() {}

    /**
     * The whole address of a link's page, to be sent to someone.
     *
     * @param page which page it is: {@code t} for a tutor, {@code s} for a showcase, {@code j} for a jury, {@code p} for a package
     */
    public static String address(String page, IssuedLink issued) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/{page}/{token}")
                .build(Map.of("page", page, "token", issued.token().text()))
                .toString();
    }
}
