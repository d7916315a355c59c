package org.eportfolio.core.internal.showcase;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.SharingKinds;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.LinkId;
import org.eportfolio.id.LinkLockId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Period;
import org.eportfolio.sharing.HandedPackage;
import org.eportfolio.sharing.IssuedLink;
import org.eportfolio.sharing.LinkLock;
import org.eportfolio.sharing.Passcode;
import org.eportfolio.sharing.ShareLink;
import org.eportfolio.sharing.Target;
import org.eportfolio.sharing.Token;

/** Makes links and takes them back. Of a token only the hash is kept. */
public final class ShareLinks {
    private static final SecureRandom RANDOM = new SecureRandom();

    private ShareLinks() {}

    public static IssuedLink issue(Target target, Period period, DossierCall call) {
        return issue(target, call.dossier().id(), period, call);
    }

    /** The same in a dossier that the call did not open. */
    public static IssuedLink issue(Target target, DossierId dossier, Period period, Call call) {
        byte[] random = new byte[Token.BYTES];
        // One that begins with a hyphen would look like an option on a command line.
        do {
            RANDOM.nextBytes(random);
        } while (Token.of(random).text().startsWith("-"));
        Token token = Token.of(random);
        ShareLink link = new ShareLink(
                new LinkId(call.newId()), dossier, target, token.hash(), period, call.person(), call.now(), null);
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

    /**
     * Makes a link with a code, in place of those to the same thing that were made before.
     *
     * @param dossier in which it stands
     */
    public static HandedPackage handOver(PersonId learner, DossierId dossier, Period period, Call call) {
        revokePackages(learner, dossier, call);
        IssuedLink issued = issue(new Target.OfPackage(learner), dossier, period, call);
        Passcode code = code();
        LinkId link = issued.link().id();
        call.put(
                SharingKinds.LINK_LOCK,
                new LinkLock(
                        new LinkLockId(call.newId()), dossier, link, code.hash(link), 0, call.person(), call.now(), 1));
        return new HandedPackage(learner, issued, code);
    }

    /** Takes back the links to a learner's package that stand in a dossier. */
    public static void revokePackages(PersonId learner, DossierId dossier, Call call) {
        for (ShareLink each : packageLinks(new Target.OfPackage(learner), dossier, call)) {
            call.put(SharingKinds.LINK, each.asRevoked(call.person(), call.now()));
        }
    }

    /** The links to a package that were not taken back. */
    public static List<ShareLink> packageLinks(Target target, DossierId dossier, Call call) {
        return call.work().list(SharingKinds.LINK, DossierKinds.scope(dossier)).stream()
                .filter(each -> each.target().equals(target) && each.revocation() == null)
                .toList();
    }

    /** A code that was never used. */
    public static Passcode code() {
        return Passcode.of(RANDOM.ints(Passcode.LENGTH, 0, Passcode.choices()).toArray());
    }

    private static List<ShareLink> standing(Target target, DossierCall call) {
        return call.list(SharingKinds.LINK).stream()
                .filter(each -> each.target().equals(target) && each.revocation() == null)
                .toList();
    }
}
