package org.aletheia.codelists.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.aletheia.codelists.CodeList;
import org.jspecify.annotations.Nullable;

/** A list without its rows. */
record CodeListSummary(
        String id,
        String version,
        int revision,
        String source,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String kind,
        Map<String, String> labels,
        int codes) {
    static CodeListSummary of(CodeList list) {
        return new CodeListSummary(
                list.id(),
                list.version(),
                list.revision(),
                list.source(),
                list.kind(),
                list.labels(),
                list.codes().size());
    }
}
