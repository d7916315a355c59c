package org.eportfolio.credentials;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eportfolio.InvalidInputException;
import org.eportfolio.credentials.BadgeVerification.Answer;
import org.eportfolio.credentials.BadgeVerification.Check;
import org.eportfolio.credentials.Signatures.Signed;

/**
 * Whether a credential is revoked or suspended, by the lists that were given (W3C Bitstring Status List 1.0). Of several lists
 * with one address the one that was published last counts, among those that hold. Immutable.
 *
 * @param unreadable how many lists were given that cannot be read
 */
record StatusCheck(List<CredentialDocument> lists, int unreadable) {
    private static final String ENTRY = "BitstringStatusListEntry";
    private static final String LIST = "BitstringStatusListCredential";
    private static final String SUSPENSION = "suspension";
    /** Purposes that leave a credential as it is (section 2.1), whatever the list says. */
    private static final List<String> HARMLESS = List.of("refresh", "message");

    StatusCheck {
        lists = List.copyOf(lists);
    }

    static StatusCheck withoutLists() {
        return new StatusCheck(List.of(), 0);
    }

    /** With another list: JSON with a proof, or a JWT. */
    StatusCheck with(String list) {
        try {
            List<CredentialDocument> more = new ArrayList<>(lists);
            more.add(CredentialDocument.parse(list));
            return new StatusCheck(more, unreadable);
        } catch (InvalidInputException e) {
            return new StatusCheck(lists, unreadable + 1);
        }
    }

    /** The worst answer of its entries. */
    Check of(CredentialReading read, Signed signed, Signatures signatures, Instant at) {
        JsonValue status = read.json().get("credentialStatus");
        if (status == null) return Check.holds("verify.no-status");
        List<? extends JsonValue> entries = status instanceof JsonArray several ? several : List.of(status);
        Looking looking = new Looking(read, signed, signatures, at, new IdentityHashMap<>());
        Check worst = null;
        for (JsonValue each : entries) {
            Check answer =
                    each instanceof JsonObject entry ? of(entry, looking) : Check.notChecked("verify.status-kind");
            if (worst == null || isWorse(answer, worst)) worst = answer;
        }
        return worst == null ? Check.notChecked("verify.status-kind") : worst;
    }

    private static boolean isWorse(Check one, Check other) {
        if (one.answer() == other.answer() || other.answer() == Answer.FAILS) return false;
        return one.answer() == Answer.FAILS || other.answer() == Answer.HOLDS;
    }

    /**
     * What is looked up, and when.
     *
     * @param seen the lists that were looked at, so that one that is named by many entries is looked at once
     */
    private record Looking(
            CredentialReading read,
            Signed signed,
            Signatures signatures,
            Instant at,
            Map<CredentialDocument, Optional<Published>> seen) {
        Stream<Published> published(CredentialDocument list) {
            return seen.computeIfAbsent(list, each -> StatusCheck.published(each, this)).stream();
        }
    }

    private Check of(JsonObject entry, Looking looking) {
        if (!new CredentialReading(entry).types().contains(ENTRY)) return Check.notChecked("verify.status-kind");
        List<String> purposes = CredentialReading.texts(entry.get("statusPurpose"));
        if (!purposes.contains(StatusList.REVOCATION) && !purposes.contains(SUSPENSION)) {
            boolean harmless = !purposes.isEmpty() && HARMLESS.containsAll(purposes);
            return harmless
                    ? Check.holds("verify.status-harmless", purposes)
                    : Check.notChecked("verify.status-purpose", purposes);
        }
        String address = CredentialReading.text(entry, "statusListCredential");
        List<CredentialDocument> given = lists.stream()
                .filter(each -> CredentialReading.text(each.read().json(), "id").equals(address))
                .toList();
        if (given.isEmpty()) {
            return unreadable == 0
                    ? Check.notChecked("verify.no-list", address)
                    : Check.notChecked("verify.list-unreadable", address, unreadable);
        }
        return latest(given, purposes, looking)
                .map(each -> said(entry, purposes, each))
                .orElseGet(() -> Check.notChecked("verify.list-unsound"));
    }

    /** A list that holds. */
    private record Published(Instant from, List<String> purposes, StatusList places) {}

    private static Optional<Published> latest(List<CredentialDocument> given, List<String> purposes, Looking looking) {
        return given.stream()
                .flatMap(looking::published)
                .filter(each -> purposes.stream()
                        .anyMatch(about -> revokes(about) && each.purposes().contains(about)))
                .reduce((one, next) -> next.from().isBefore(one.from()) ? one : next);
    }

    /** Empty for a list of another issuer or key, out of its time, or without content that can be read. */
    private static Optional<Published> published(CredentialDocument list, Looking looking) {
        CredentialReading read = list.read();
        boolean sound = read.types().contains(LIST)
                && read.issuer().equals(looking.read().issuer())
                && list.validity(looking.at()).answer() == Answer.HOLDS;
        if (!sound) return Optional.empty();
        Signed signed = looking.signatures().of(list, looking.at());
        if (!looking.signatures().isListOf(looking.signed(), list, signed)) return Optional.empty();
        JsonObject subject = CredentialReading.objects(read.json().get("credentialSubject")).stream()
                .findFirst()
                .orElse(JsonObject.EMPTY_JSON_OBJECT);
        List<String> about = CredentialReading.texts(subject.get("statusPurpose"));
        Instant from = Objects.requireNonNullElse(CredentialReading.time(read.from()), looking.at());
        return StatusList.of(CredentialReading.text(subject, "encodedList"))
                .map(places -> new Published(from, about, places));
    }

    private static boolean revokes(String purpose) {
        return purpose.equals(StatusList.REVOCATION) || purpose.equals(SUSPENSION);
    }

    private static Check said(JsonObject entry, List<String> purposes, Published list) {
        long size = size(entry);
        if (size < 1) return Check.notChecked("verify.status-size", String.valueOf(entry.get("statusSize")));
        long index;
        try {
            index = Long.parseLong(CredentialReading.word(entry, "statusListIndex"));
        } catch (NumberFormatException e) {
            return Check.fails("verify.list-index");
        }
        StatusList places = list.places();
        if (size > places.size() / StatusList.FEWEST) return Check.notChecked("verify.list-unsound");
        if (index < 0 || index >= places.size() / size) return Check.fails("verify.list-index");
        if (!places.isSet(Math.toIntExact(index * size), Math.toIntExact(size))) {
            return Check.holds("verify.not-revoked", list.from());
        }
        boolean revoked =
                purposes.contains(StatusList.REVOCATION) && list.purposes().contains(StatusList.REVOCATION);
        return Check.fails(revoked ? "verify.revoked" : "verify.suspended");
    }

    /** How many bits an entry has (section 2.1: statusSize), one if it does not say; 0 for no number above 0. */
    private static long size(JsonObject entry) {
        JsonValue size = entry.get("statusSize");
        if (size == null) return 1;
        if (!(size instanceof JsonNumber number) || !number.isIntegral()) return 0;
        double value = number.doubleValue();
        return value >= 1 && value <= Integer.MAX_VALUE ? (long) value : 0;
    }
}
