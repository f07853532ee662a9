package org.aletheia.codelists.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.aletheia.codelists.CodeList;
import org.aletheia.codelists.CodeTree;
import org.aletheia.codelists.LabelChoice;
import org.jspecify.annotations.Nullable;

/** A list as a tree, in one language. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CodeListTree(
        String id,
        String version,
        int revision,
        String source,
        String label,
        String language,
        @Nullable LocalDate on,
        List<CodeNode> codes) {
    static CodeListTree of(CodeList list, @Nullable LocalDate on, LabelChoice choice) {
        LabelChoice.Label label = choice.among(list.labels());
        return new CodeListTree(
                list.id(),
                list.version(),
                list.revision(),
                list.source(),
                label.text(),
                label.language(),
                on,
                CodeTree.of(list, on).stream()
                        .map(branch -> CodeNode.of(branch, choice))
                        .toList());
    }
}
