package org.eportfolio.core.internal.kind;

import static org.eportfolio.core.internal.kind.Readers.ENTITLED;
import static org.eportfolio.core.internal.kind.Route.ACCESS_EXPORT;
import static org.eportfolio.core.internal.kind.Route.ARCHIVE;
import static org.eportfolio.core.internal.kind.Route.CONTEXT;

import java.util.UUID;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Crosswalk;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.framework.Original;
import org.eportfolio.framework.Succession;

/** Frameworks, what leads from one to another, and their adoption. */
public final class FrameworkKinds {
    static final KindFile KINDS = new KindFile();

    public static final RecordKind<Framework> FRAMEWORK = KINDS.inOrganisation(
                    "framework", Framework.class, each -> frameworkId(each.id()))
            .nothingPersonal()
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, CONTEXT, ACCESS_EXPORT);

    public static final RecordKind<Original> ORIGINAL = KINDS.inOrganisation(
                    "original", Original.class, each -> originalId(each.framework(), each.format()))
            .nothingPersonal()
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, ACCESS_EXPORT);

    public static final RecordKind<Crosswalk> CROSSWALK = KINDS.inOrganisation(
                    "crosswalk", Crosswalk.class, each -> crosswalkId(each.from(), each.to()))
            .nothingPersonal()
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, CONTEXT, ACCESS_EXPORT);

    public static final RecordKind<Succession> SUCCESSION = KINDS.inOrganisation(
                    "succession", Succession.class, each -> successionId(each.from(), each.to()))
            .nothingPersonal()
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, CONTEXT, ACCESS_EXPORT);

    public static final RecordKind<Adoption> ADOPTION = KINDS.inOrganisation(
                    "adoption", Adoption.class, each -> each.id().value())
            .nothingPersonal()
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, CONTEXT, ACCESS_EXPORT);

    private FrameworkKinds() {}

    public static UUID frameworkId(FrameworkId framework) {
        return NamedId.of("framework " + framework);
    }

    public static UUID originalId(FrameworkId framework, String format) {
        return NamedId.of("original " + framework + " " + format);
    }

    public static UUID crosswalkId(FrameworkId from, FrameworkId to) {
        return NamedId.of("crosswalk " + from + " " + to);
    }

    public static UUID successionId(FrameworkId from, FrameworkId to) {
        return NamedId.of("succession " + from + " " + to);
    }
}
