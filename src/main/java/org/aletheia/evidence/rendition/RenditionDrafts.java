package org.aletheia.evidence.rendition;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.aletheia.codelists.CodeLists;
import org.aletheia.evidence.metadata.Codes;
import org.aletheia.evidence.metadata.JsonFields;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.kernel.LanguageTag;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.platform.http.Findings;
import org.jspecify.annotations.Nullable;

/** Reads what callers state of renditions: all of it is right, or the caller hears of every fault at once. */
@ApplicationScoped
public class RenditionDrafts {
    private static final int MAX_INPUTS = 20;
    /** Without spaces, so that no sentence and no name with its parts comes in this way. */
    private static final Pattern TOOL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,63}");

    private static final Set<String> IN_A_LANGUAGE = Set.of("transcript", "translation", "text");

    private final Codes codes;

    RenditionDrafts(CodeLists codeLists) {
        this.codes = codeLists::check;
    }

    /**
     * A new rendition.
     *
     * @param known SHA-256 of all that it may be made from
     */
    public RenditionDraft rendition(@Nullable JsonNode body, Set<Digest> known) {
        JsonFields fields = JsonFields.object(body);
        String kind = fields.requiredCode("kind", "rendition-kind", codes);
        LanguageTag language = kind != null && IN_A_LANGUAGE.contains(kind)
                ? fields.requiredValue("language", LanguageTag::new)
                : fields.value("language", LanguageTag::new);
        String tool = fields.value("tool", RenditionDrafts::tool);
        String version = tool == null
                ? fields.value("toolVersion", RenditionDrafts::tool)
                : fields.requiredValue("toolVersion", RenditionDrafts::tool);
        Findings findings = fields.findings();
        findings.require(tool != null || version == null, fields.pointer("tool"), "required");
        List<Digest> inputs = inputs(fields, known);
        fields.end();
        findings.throwIfAny();
        return new RenditionDraft(
                Objects.requireNonNull(kind),
                language,
                tool,
                version,
                inputs.stream().distinct().toList());
    }

    /** A decision about one. */
    public RenditionDecision decision(@Nullable JsonNode body) {
        JsonFields fields = JsonFields.object(body);
        RenditionState state = fields.requiredValue("decision", RenditionDrafts::decided);
        String reason = null;
        if (state == RenditionState.APPROVED) {
            fields.refuse("reason", "not-here");
        } else if (state == RenditionState.REFUSED) {
            reason = fields.requiredCode("reason", "rendition-refusal", codes);
        } else {
            reason = state == null
                    ? fields.text("reason", 64)
                    : fields.requiredCode("reason", "rendition-withdrawal", codes);
        }
        fields.end();
        fields.findings().throwIfAny();
        return new RenditionDecision(Objects.requireNonNull(state), reason);
    }

    private static List<Digest> inputs(JsonFields fields, Set<Digest> known) {
        int before = fields.findings().list().size();
        List<Digest> inputs = fields.values("inputs", MAX_INPUTS, hex -> input(hex, known));
        boolean told = fields.findings().list().size() > before;
        fields.findings().require(told || !inputs.isEmpty(), fields.pointer("inputs"), "required");
        return inputs;
    }

    private static String tool(String text) {
        if (!TOOL.matcher(text).matches()) {
            throw new MalformedValueException("not-a-tool", "letters, digits and . _ + - only, at most 64");
        }
        return text;
    }

    private static Digest input(String hex, Set<Digest> known) {
        Digest digest = Digest.ofHex(DigestAlgorithm.SHA_256, hex);
        if (!known.contains(digest)) {
            throw new MalformedValueException("input-unknown", "neither the item's content nor a rendition of it");
        }
        return digest;
    }

    private static RenditionState decided(String code) {
        RenditionState state = RenditionState.parse(code);
        if (state == RenditionState.PROPOSED) {
            throw new MalformedValueException("state-unknown", "no decision leads back to the proposal");
        }
        return state;
    }
}
