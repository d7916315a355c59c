package org.eportfolio.exchange.framework;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** A request that is answered with a status information, by the code minors of the CASE 1.1 REST binding. */
final class CaseRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String field;
    private final String minor;

    private CaseRefusal(int status, String field, String minor, String what) {
        super(what, null, false, false);
        this.status = status;
        this.field = field;
        this.minor = minor;
    }

    static CaseRefusal unknown(String id) {
        return new CaseRefusal(404, "sourcedId", "unknownobject", "There is no such object: " + id);
    }

    static CaseRefusal noUuid(String id) {
        return new CaseRefusal(404, "sourcedId", "invaliduuid", "This is no UUID: " + id);
    }

    static CaseRefusal noEndpoint(String path) {
        return new CaseRefusal(404, "path", "unknownobject", "There is no such endpoint: " + path);
    }

    static CaseRefusal selection(String parameter, String what) {
        return new CaseRefusal(400, parameter, "invalid_selection_field", what);
    }

    static CaseRefusal sort(String what) {
        return new CaseRefusal(400, "sort", "invalid_sort_field", what);
    }

    static CaseRefusal forbidden(String what) {
        return new CaseRefusal(403, "permission", "forbidden", what);
    }

    CaseAnswer answer() {
        ObjectNode info = JsonNodeFactory.instance.objectNode();
        info.put("imsx_codeMajor", "failure").put("imsx_severity", "error").put("imsx_description", getMessage());
        info.putObject("imsx_codeMinor")
                .putArray("imsx_codeMinorField")
                .addObject()
                .put("imsx_codeMinorFieldName", field)
                .put("imsx_codeMinorFieldValue", minor);
        return new CaseAnswer(status, Map.of(), info.toString());
    }
}
