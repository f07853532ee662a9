package org.aletheia.codelists.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.aletheia.codelists.CodeEntry;
import org.aletheia.codelists.CodeStatus;
import org.aletheia.codelists.CodeTree;
import org.aletheia.codelists.LabelChoice;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list in one language, with the rows under it.
 *
 * @param language of the label, which is not the one asked for where the list has none in it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CodeNode(
        String code,
        CodeStatus status,
        String label,
        String language,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String source,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> attributes,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CodeNode> codes) {
    static CodeNode of(CodeTree.Branch branch, LabelChoice choice) {
        CodeEntry row = branch.row();
        LabelChoice.Label label = choice.among(row.labels());
        return new CodeNode(
                row.code(),
                row.status(),
                label.text(),
                label.language(),
                row.validFrom(),
                row.validTo(),
                row.source(),
                row.attributes(),
                branch.narrower().stream().map(narrower -> of(narrower, choice)).toList());
    }
}
