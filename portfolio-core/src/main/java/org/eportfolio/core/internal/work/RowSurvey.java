package org.eportfolio.core.internal.work;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.eportfolio.CancelledException;
import org.eportfolio.core.internal.kind.Kinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.Reference;
import org.eportfolio.id.PersonId;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/** Goes through everything that is kept, in one snapshot, holding a few scopes in memory at a time. */
public final class RowSurvey {
    private static final int SCOPES = 100;

    private RowSurvey() {}

    public interface Visitor {
        void visit(RecordKind<?> kind, Row row);
    }

    /** Every row there is, scope by scope, in a fixed order. */
    public static void all(Work work, Visitor visitor) {
        all(Kinds.ALL, work, visitor);
    }

    /** Every row of these kinds; interrupting the thread ends it. */
    private static void all(List<RecordKind<?>> kinds, Work work, Visitor visitor) {
        UUID after = null;
        for (List<Scope> page = page(after, work); !page.isEmpty(); page = page(after, work)) {
            CancelledException.ifInterrupted();
            List<Scope> dossiers = new ArrayList<>(page);
            boolean organisation = dossiers.remove(Scope.ORGANISATION);
            for (RecordKind<?> kind : kinds) {
                List<Scope> scopes = switch (kind.home()) {
                    case ORGANISATION -> organisation ? List.of(Scope.ORGANISATION) : List.of();
                    case DOSSIER -> dossiers;
                    case EITHER -> page;
                };
                if (scopes.isEmpty()) continue;
                work.view().among(scopes, kind.kind()).forEach(row -> visitor.visit(kind, row));
            }
            after = page.get(page.size() - 1).id();
        }
    }

    /** Every row of a kind that belongs to dossiers. */
    public static void ofDossiers(RecordKind<?> kind, Work work, Consumer<Row> visitor) {
        UUID after = null;
        for (List<Scope> page = page(after, work); !page.isEmpty(); page = page(after, work)) {
            work.view().among(page, kind.kind()).forEach(visitor);
            after = page.get(page.size() - 1).id();
        }
    }

    private static List<Scope> page(@Nullable UUID after, Work work) {
        return work.view().scopes(after, SCOPES);
    }

    /** How bodies say that they name a person, by any of the ids that they have and had; a body without it does not name them. */
    public record Mention(List<String> quoted) {
        /** How bodies name these ids, whosever they are. */
        public static Mention of(Collection<String> ids) {
            return new Mention(ids.stream().map(RowSurvey::quoted).toList());
        }

        /** Whether the row may name them. */
        public boolean in(Row row) {
            String body = row.body();
            for (String each : quoted) if (body.contains(each)) return true;
            // An archive of another program may escape what core writes as it is.
            return body.contains("\\u") || body.contains("\\/");
        }
    }

    /** How bodies say that they name this person. */
    public static Mention mention(PersonId person, Work work) {
        return Mention.of(work.identities().all(person));
    }

    private static String quoted(String id) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(id)) + '"';
    }

    /** The people whom a row names, by the ids under which it was written. */
    public static Set<PersonId> peopleAsStored(RecordKind<?> kind, Row row) {
        return Inside.people(Reading.stored(kind, row));
    }

    /** The contents that a row refers to. */
    public static Iterable<Stored> contents(RecordKind<?> kind, Row row, Work work) {
        return row.body().contains("\"sha256\"") ? Inside.contents(record(kind, row, work)) : List.of();
    }

    public static <T> T record(RecordKind<T> kind, Row row, Work work) {
        return work.decode(kind, List.of(row)).get(0);
    }

    /** Every content that any record refers to, with how often. */
    public static Map<Stored, Integer> contents(Work work) {
        Map<Stored, Integer> held = new HashMap<>();
        all(
                Reference.holdingContents(),
                work,
                (kind, row) -> contents(kind, row, work).forEach(each -> held.merge(each, 1, Integer::sum)));
        return held;
    }
}
