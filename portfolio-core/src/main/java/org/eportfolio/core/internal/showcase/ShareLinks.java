package org.eportfolio.core.internal.showcase;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.eportfolio.core.internal.access.Opened;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.SharingKinds;
import org.eportfolio.core.internal.work.Work;
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

    public static IssuedLink issue(Target target, Period period, Opened by, Work work) {
        byte[] random = new byte[Token.BYTES];
        // One that begins with a hyphen would look like an option on a command line.
        do {
            RANDOM.nextBytes(random);
        } while (Token.of(random).text().startsWith("-"));
        Token token = Token.of(random);
        ShareLink link = new ShareLink(
                new LinkId(work.newId()),
                by.dossier().id(),
                target,
                token.hash(),
                period,
                by.person(),
                work.now(),
                null);
        work.put(SharingKinds.LINK, link);
        return new IssuedLink(link, token);
    }

    /** Takes back every link to this that was not taken back before. */
    public static void revokeAll(Target target, Opened by, Work work) {
        for (ShareLink each : standing(target, by, work)) {
            work.put(SharingKinds.LINK, each.revoked(by.person(), work.now()));
        }
    }

    /** Has every link to this that was not taken back open up to another instant; it is over at once if that is past. */
    public static void moveEnds(Target target, Instant end, Opened by, Work work) {
        for (ShareLink each : standing(target, by, work)) {
            work.put(
                    SharingKinds.LINK,
                    end.isAfter(work.now()) ? each.until(end) : each.revoked(by.person(), work.now()));
        }
    }

    private static List<ShareLink> standing(Target target, Opened by, Work work) {
        return work.list(SharingKinds.LINK, DossierKinds.scope(by.dossier().id())).stream()
                .filter(each -> each.target().equals(target) && each.revocation() == null)
                .toList();
    }
}
