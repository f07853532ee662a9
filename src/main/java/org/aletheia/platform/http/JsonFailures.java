package org.aletheia.platform.http;

import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import java.util.Map;
import org.aletheia.kernel.MalformedValueException;

/** Says where a JSON body is wrong, as a JSON pointer; never repeats what was written there. */
final class JsonFailures {
    private JsonFailures() {}

    static ProblemException malformed(StreamReadException failure) {
        Map<String, Object> where = failure.getLocation() == null
                ? Map.of()
                : Map.of(
                        "line", failure.getLocation().getLineNr(),
                        "column", failure.getLocation().getColumnNr());
        return new ProblemException(ProblemType.MALFORMED_JSON, where, List.of());
    }

    static ProblemException unfit(JsonMappingException failure) {
        if (failure.getCause() instanceof StreamReadException malformed) {
            return malformed(malformed);
        }
        if (failure instanceof UnrecognizedPropertyException unknown) {
            Finding finding = new Finding(pointer(unknown.getPath()), ProblemType.UNKNOWN_PROPERTY.code());
            return new ProblemException(ProblemType.UNKNOWN_PROPERTY, Map.of(), List.of(finding));
        }
        Finding finding = new Finding(pointer(failure.getPath()), code(failure));
        return new ProblemException(ProblemType.INVALID_REQUEST, Map.of(), List.of(finding));
    }

    private static String code(JsonMappingException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MalformedValueException malformed) {
                return malformed.reason();
            }
        }
        return failure instanceof InvalidFormatException ? "format" : "json-type";
    }

    private static String pointer(List<Reference> path) {
        StringBuilder pointer = new StringBuilder();
        for (Reference step : path) {
            String name = step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName();
            pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
