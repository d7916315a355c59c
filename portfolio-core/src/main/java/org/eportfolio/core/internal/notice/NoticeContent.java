package org.eportfolio.core.internal.notice;

import org.eportfolio.Message;
import org.eportfolio.agenda.NoticeKind;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.Ref;
import org.jspecify.annotations.Nullable;

/** What a notice says, apart from where and when. */
record NoticeContent(NoticeKind kind, Ref about, @Nullable PersonId by, Message text) {
    static NoticeContent of(NoticeKind kind, Ref about, @Nullable PersonId by, String key, Object... arguments) {
        return new NoticeContent(kind, about, by, Message.of(key, arguments));
    }
}
