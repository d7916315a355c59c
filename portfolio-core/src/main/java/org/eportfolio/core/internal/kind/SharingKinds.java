package org.eportfolio.core.internal.kind;

import static org.eportfolio.core.internal.kind.Readers.ENTITLED;
import static org.eportfolio.core.internal.kind.Readers.LIBRARY;
import static org.eportfolio.core.internal.kind.Route.ACCESS_EXPORT;
import static org.eportfolio.core.internal.kind.Route.ARCHIVE;
import static org.eportfolio.core.internal.kind.Route.TAKE_AWAY;
import static org.eportfolio.core.internal.kind.WhenGone.DETACHED;
import static org.eportfolio.privacy.DataCategory.SHARING;
import static org.eportfolio.privacy.ErasureOutcome.KEEP;
import static org.eportfolio.privacy.ErasureOutcome.PSEUDONYMISE;
import static org.eportfolio.privacy.PersonCategory.LEARNER;
import static org.eportfolio.privacy.PersonCategory.STAFF;

import java.util.Set;
import org.eportfolio.id.LinkId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.id.RecordingId;
import org.eportfolio.privacy.Feature;
import org.eportfolio.sharing.LinkLock;
import org.eportfolio.sharing.LinkReading;
import org.eportfolio.sharing.ShareLink;
import org.eportfolio.showcase.Showcase;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Key;

/** Showcases, and links to what is shared. */
public final class SharingKinds {
    static final KindFile KINDS = new KindFile();

    /** Shows what is still there of the productions and recordings that it names. */
    public static final RecordKind<Showcase> SHOWCASE = KINDS.inDossier(
                    "showcase", Showcase.class, each -> each.id().value(), Showcase::dossier)
            .revised(Showcase::revision)
            .whenGone(ProductionId.class, DETACHED)
            .whenGone(RecordingId.class, DETACHED)
            .personal(SHARING, LEARNER)
            .provided()
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .draftWhile(each -> !each.published())
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    /** One that was taken back may lead nowhere. */
    public static final RecordKind<ShareLink> LINK = KINDS.inDossier(
                    "link", ShareLink.class, each -> each.id().value(), ShareLink::dossier)
            .keys(each -> Set.of(linkOf(each.token())))
            .partOf(Feature.SHARE_LINKS)
            .closedWhen(each -> each.revocation() != null)
            .personal(SHARING, LEARNER, STAFF)
            .exceptionally(KEEP)
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, ACCESS_EXPORT);

    /** The code that a link asks for, and the wrong ones that were tried. Of the code only a hash is kept. */
    public static final RecordKind<LinkLock> LINK_LOCK = KINDS.inDossier(
                    "link-lock", LinkLock.class, each -> each.id().value(), LinkLock::dossier)
            .keys(each -> Set.of(lockOf(each.link())))
            .revised(LinkLock::revision)
            .partOf(Feature.SHARE_LINKS)
            .personal(SHARING, LEARNER, STAFF)
            .erased(PSEUDONYMISE)
            .readBy(LIBRARY)
            .leavesBy(ARCHIVE, ACCESS_EXPORT);

    public static final RecordKind<LinkReading> READING = KINDS.inDossier(
                    "reading", LinkReading.class, each -> each.id().value(), LinkReading::dossier)
            .keys(each -> Set.of(readingsOf(each.link())))
            .partOf(Feature.SHARE_LINKS)
            .personal(SHARING, LEARNER)
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, ACCESS_EXPORT);

    private SharingKinds() {}

    public static Key linkOf(Hash token) {
        return new Key("link.token", token.toString());
    }

    public static Key lockOf(LinkId link) {
        return new Key("link-lock.link", link.toString());
    }

    public static Key readingsOf(LinkId link) {
        return new Key("reading.link", link.toString());
    }
}
