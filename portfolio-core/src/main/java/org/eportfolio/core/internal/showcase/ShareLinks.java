package org.eportfolio.core.internal.showcase;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.kind.SharingKinds;
import org.eportfolio.id.LinkId;
import org.eportfolio.school.Period;
import org.eportfolio.sharing.IssuedLink;
import org.eportfolio.sharing.ShareLink;
import org.eportfolio.sharing.Target;
import org.eportfolio.sharing.Token;

/** Makes links and takes them back. Of a token only the hash is kept. */
public final class ShareLinks {
    private static final SecureRandom RANDOM = new SecureRandom();

    private ShareLinks() {}

    public static IssuedLink issue(Target target, Period period, DossierCall call) {
        byte[] random = new byte[Token.BYTES];
        // One that begins with a hyphen would look like an option on a command line.
        do {
            RANDOM.nextBytes(random);
        } while (Token.of(random).text().startsWith("-"));
        Token token = Token.of(random);
        ShareLink link = new ShareLink(
                new LinkId(call.newId()),
                call.dossier().id(),
                target,
                token.hash(),
                period,
                call.person(),
                call.now(),
                null);
        call.put(SharingKinds.LINK, link);
        return new IssuedLink(link, token);
    }

    /** Takes back every link to this that was not taken back before. */
    public static void revokeAll(Target target, DossierCall call) {
        for (ShareLink each : standing(target, call)) {
            call.put(SharingKinds.LINK, each.asRevoked(call.person(), call.now()));
        }
    }

    /** Has every link to this that was not taken back open up to another instant; it is over at once if that is past. */
    public static void moveEnds(Target target, Instant end, DossierCall call) {
        for (ShareLink each : standing(target, call)) {
            call.put(
                    SharingKinds.LINK,
                    end.isAfter(call.now()) ? each.withEnd(end) : each.asRevoked(call.person(), call.now()));
        }
    }

    private static List<ShareLink> standing(Target target, DossierCall call) {
        return call.list(SharingKinds.LINK).stream()
                .filter(each -> each.target().equals(target) && each.revocation() == null)
                .toList();
    }
}
