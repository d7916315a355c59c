package org.eportfolio.core.internal.privacy;

import static org.eportfolio.core.internal.kind.PrivacyKinds.PRIVACY_REQUEST;

import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.work.FilteredPages;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.PrivacyRequestId;
import org.eportfolio.privacy.NewPrivacyRequest;
import org.eportfolio.privacy.PrivacyRequest;
import org.eportfolio.spi.Scope;

/** What people ask about their data, as it is kept and shown to those it concerns. */
public final class PrivacyRequests {
    private PrivacyRequests() {}

    /** Keeps what the actor asks today, for themselves or as a representative. */
    public static PrivacyRequest ask(PersonId about, PrivacyRequest.Right right, String detail, Call call) {
        return keep("privacy.asked", Inputs.checked(new NewPrivacyRequest(about, right, detail, call.today())), call);
    }

    /** Keeps a request, with this act in the journal. */
    public static PrivacyRequest keep(String act, NewPrivacyRequest given, Call call) {
        PrivacyRequest request = new PrivacyRequest(
                new PrivacyRequestId(call.newId()),
                given.person(),
                given.right(),
                given.detail(),
                given.receivedOn(),
                call.person(),
                call.now(),
                null,
                1);
        return call.save(act, PRIVACY_REQUEST, request);
    }

    /** A page of the requests about a person: the actor's own whole, those of others without the words. */
    public static Page<PrivacyRequest> shown(PersonId about, PageRequest request, Call call) {
        return FilteredPages.page(
                PRIVACY_REQUEST,
                Scope.ORGANISATION,
                request,
                page -> page.stream()
                        .filter(each -> each.person().equals(about))
                        .map(each -> each.recordedBy().equals(call.person()) ? each : each.withoutWords())
                        .toList(),
                call.work());
    }
}
