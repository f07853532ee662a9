package org.aletheia.codelists.rest;

import java.util.Map;
import org.aletheia.codelists.CodeList;

/** A list without its rows. */
record CodeListSummary(String id, String version, String source, Map<String, String> labels, int codes) {
    static CodeListSummary of(CodeList list) {
        return new CodeListSummary(
                list.id(),
                list.version(),
                list.source(),
                list.labels(),
                list.codes().size());
    }
}
