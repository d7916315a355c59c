package org.eportfolio.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.KeptArchive;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.VosReves;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Actor;
import org.eportfolio.spi.Kind;

/** The ways by which what the VosRêves class keeps leaves it: a take-away, an access request, an archive of the school. */
public final class WaysOut {
    private WaysOut() {}

    /** The kinds of records that Emma takes away. */
    public static Set<Kind> takenAway(VosReves school) throws IOException {
        KeptArchive taken = new KeptArchive();
        school.emma.archives().takeAway(school.dossier, taken);
        return taken.kinds();
    }

    /** What Emma gets when she asks for her data, record by record, as text. */
    public static List<String> exported(VosReves school) {
        Stream.Builder<String> records = Stream.builder();
        school.emma
                .privacy()
                .export(PersonId.of("emma"), Locale.FRENCH)
                .forEach(each -> records.add(Objects.toString(each)));
        return records.build().toList();
    }

    /** Another portfolio that imported the archive of the whole school; its journal is sound. */
    public static Portfolio elsewhere(VosReves school) throws IOException {
        KeptArchive whole = new KeptArchive();
        school.head.archives().organisation(whole);
        Portfolio elsewhere =
                Portfolio.with(new InMemoryStore()).clock(school.clock).build();
        elsewhere.setUp("proviseure").archives().importFrom(whole);
        assertThat(elsewhere.as(Actor.of("proviseure")).journal().verify().sound())
                .isTrue();
        return elsewhere;
    }
}
