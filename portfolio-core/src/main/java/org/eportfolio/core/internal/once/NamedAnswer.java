package org.eportfolio.core.internal.once;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eportfolio.InvalidInputException;
import org.eportfolio.access.AccessPolicy;
import org.eportfolio.core.internal.kind.KeyedCall.KeyedAnswer;
import org.eportfolio.core.internal.kind.KeyedCall.KeyedPart;
import org.eportfolio.core.internal.kind.Kinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.work.Sealing;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.jspecify.annotations.Nullable;

/**
 * What one call gave back: records exactly as they are stored, or ids. Anything else, such as a record of which something
 * was left out for its reader, is not named, and refused when the key is to be kept.
 *
 * @param question what the gate let the call through for; {@code null} if it asked for nothing
 * @param parts {@code null} if it cannot be given again
 */
record NamedAnswer(
        AccessPolicy.@Nullable Question question,
        boolean many,
        @Nullable List<Part> parts) {
    /** Of the two, one. */
    private record Part(@Nullable RowName record, @Nullable KeyedPart value) {}

    static NamedAnswer of(Object answer, Work work) {
        boolean many = answer instanceof List<?>;
        List<?> all = many ? (List<?>) answer : List.of(answer);
        List<Part> parts = new ArrayList<>();
        for (Object each : all) part(each, work).ifPresent(parts::add);
        return new NamedAnswer(
                work.firstQuestion().orElse(null), many, parts.size() == all.size() ? List.copyOf(parts) : null);
    }

    private static Optional<Part> part(Object answer, Work work) {
        Optional<KeyedPart> value = KeyedValue.of(answer);
        if (value.isPresent()) return value.map(each -> new Part(null, each));
        return Kinds.ALL.stream()
                .filter(kind -> kind.type() == answer.getClass())
                .flatMap(kind -> stored(kind, answer, work).stream())
                .map(name -> new Part(name, null))
                .findFirst();
    }

    /** Under which name a record is stored, if it is stored as it was given. */
    private static <T> Optional<RowName> stored(RecordKind<T> kind, Object answer, Work work) {
        RowName name = kind.nameOf(kind.type().cast(answer));
        String text = Work.json().text(answer);
        return row(name, work)
                .filter(row -> work.decode(kind, List.of(row)).stream()
                        .anyMatch(each -> Work.json().text(each).equals(text)))
                .map(row -> name);
    }

    private static Optional<Row> row(RowName name, Work work) {
        return work.view().find(name.scope(), name.kind(), name.id());
    }

    KeyedAnswer kept(Work work) {
        if (parts == null) throw noAnswer();
        return new KeyedAnswer(
                question == null ? null : question.permission().name(),
                question == null || question.dossier() == null
                        ? null
                        : question.dossier().value(),
                many,
                parts.stream().map(each -> kept(each, work)).toList());
    }

    private static KeyedPart kept(Part part, Work work) {
        if (part.value() != null) return part.value();
        RowName name = part.record();
        if (name == null) throw noAnswer();
        Row row = row(name, work).orElseThrow(NamedAnswer::noAnswer);
        return new KeyedPart(
                name.kind().name(),
                name.scope().id(),
                name.id(),
                Sealing.keyed(row).toString(),
                null);
    }

    private static InvalidInputException noAnswer() {
        return InvalidInputException.because("calls", "once.no-answer");
    }
}
