package org.eportfolio.json;

import org.eportfolio.Message;

/** Which types the modules write and read; all others stay the host's. */
final class OwnTypes {
    private static final String OURS = "org.eportfolio";

    private OwnTypes() {}

    static boolean isWritten(Class<?> type) {
        return isOurs(type)
                && (type.isRecord()
                        || type.isSealed() && type.isInterface()
                        || TextForm.of(type).isPresent());
    }

    /** What has type parameters is read by Jackson itself, whose parts come here again. */
    static boolean isRead(Class<?> type) {
        return isWritten(type)
                && type != Message.class
                && type.getTypeParameters().length == 0
                && TextForm.of(type).map(form -> form.value() != null).orElse(true);
    }

    private static boolean isOurs(Class<?> type) {
        String name = type.getPackageName();
        return name.equals(OURS) || name.startsWith(OURS + ".");
    }
}
