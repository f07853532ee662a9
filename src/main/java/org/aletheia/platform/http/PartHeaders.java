package org.aletheia.platform.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.ParameterParser;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a part say (RFC 7578 §4).
 *
 * @param name of the form field
 * @param fileName as sent, in UTF-8
 * @param fields all, by lower-case name
 */
public record PartHeaders(String name, @Nullable String fileName, Map<String, String> fields) {
    public PartHeaders {
        fields = Map.copyOf(fields);
    }

    /** @throws FileUploadException when it is no part of a form */
    static PartHeaders parse(String text) throws FileUploadException {
        Map<String, String> fields = new HashMap<>();
        for (String line : text.split("\r\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return of(fields);
    }

    @Nullable
    public String field(String name) {
        return fields.get(name);
    }

    private static PartHeaders of(Map<String, String> fields) throws FileUploadException {
        ParameterParser parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        Map<String, String> disposition = parser.parse(fields.getOrDefault("content-disposition", ""), ';');
        String name = disposition.get("name");
        if (!disposition.containsKey("form-data") || name == null) {
            throw new FileUploadException("a part without a name");
        }
        return new PartHeaders(name, unescaped(disposition.get("filename")), fields);
    }

    /** Browsers write a quotation mark as %22 (WHATWG HTML §4.10.21.8), other clients as \". */
    private static @Nullable String unescaped(@Nullable String fileName) {
        return fileName == null ? null : fileName.replace("\\\"", "\"").replace("%22", "\"");
    }
}
