package org.eportfolio.badge;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.Scale;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * All that an accepted badge states, ready to be signed: the portfolio signs nothing itself. It names the learner by what they
 * confirmed, and by nothing else.
 *
 * @param award accepted, and neither revoked nor withheld
 * @param scale of its level; {@code null} for a badge without one
 * @param items of the framework that it corresponds to
 * @param files evidence by its hash
 */
public record IssuedBadge(BadgeAward award, @Nullable Scale scale, List<CoveredItem> items, List<CitedFile> files) {
    /**
     * An item of a framework.
     *
     * @param address the framework's, and the item's code as its fragment
     * @param framework its title
     */
    public record CoveredItem(Code code, String label, URI address, String framework) {
        public CoveredItem {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(framework, "framework");
        }

        /** Where the code cannot stand in an address, the address is the framework's. */
        public static CoveredItem of(Item item, Framework framework) {
            return new CoveredItem(item.code(), item.label(), address(item.code(), framework.uri()), framework.title());
        }

        private static URI address(Code code, URI framework) {
            try {
                return new URI(framework.getScheme(), framework.getSchemeSpecificPart(), code.value());
            } catch (URISyntaxException e) {
                return framework;
            }
        }
    }

    /**
     * A file of a production that is cited.
     *
     * @param title of the production
     */
    public record CitedFile(String title, String name, Stored content) {
        public CitedFile {
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(content, "content");
        }
    }

    public IssuedBadge {
        award.require(BadgeStatus.ACCEPTED);
        items = List.copyOf(items);
        files = List.copyOf(files);
    }
}
