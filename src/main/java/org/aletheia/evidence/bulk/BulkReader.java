package org.aletheia.evidence.bulk;

import static org.aletheia.evidence.record.Checks.sure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.kernel.Digest;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.Findings;
import org.aletheia.platform.http.JsonReading;
import org.aletheia.platform.http.ProblemException;
import org.jspecify.annotations.Nullable;

/** Reads single lines. */
final class BulkReader {
    private final ObjectMapper json;
    private final ObjectMapper sorted;

    BulkReader(ObjectMapper json) {
        this.json = json;
        this.sorted = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    /**
     * A line as far as it could be read.
     *
     * @param findings what is wrong with it so far
     * @param externalIds its own and those that it refers to
     * @param digest SHA-256 of what it says, whatever the order of its members
     */
    @SuppressWarnings("ArrayRecordComponent") // made here, compared once
    record Read(int number, @Nullable BulkLine line, Findings findings, Set<String> externalIds, byte[] digest) {
        String kind() {
            return sure(sure(line).kind());
        }

        String externalId() {
            return sure(sure(line).externalId());
        }

        @Nullable
        String within() {
            return sure(line).within();
        }

        /** Of which of these the record is part. */
        @Nullable
        RecordKind wholeKind(Set<RecordKind> allowed) {
            String named = sure(line).withinKind();
            Optional<RecordKind> kind = named == null && allowed.size() == 1
                    ? allowed.stream().findFirst()
                    : allowed.stream().filter(each -> each.code().equals(named)).findFirst();
            List<String> codes = allowed.stream().map(RecordKind::code).sorted().toList();
            findings.require(kind.isPresent(), "/withinKind", "bulk-within-kind", Map.of("allowed", codes));
            findings.throwIfAny();
            return kind.orElse(null);
        }

        BulkResult result(BulkStatus status, @Nullable UUID id, List<Finding> found) {
            return new BulkResult(
                    number,
                    line == null ? null : line.kind(),
                    line == null ? null : line.externalId(),
                    status,
                    id,
                    found);
        }
    }

    Read read(BulkLines.Raw raw) {
        Findings findings = new Findings();
        if (raw.number() > BulkLines.MOST) {
            findings.add("", "bulk-too-many-lines", Map.of("max", BulkLines.MOST));
        }
        if (raw.tooLong()) {
            findings.add("", "bulk-line-too-long", Map.of("max", BulkLines.LONGEST));
        }
        BulkLine line = findings.isEmpty() ? line(raw.bytes(), findings) : null;
        if (line == null) {
            return new Read(raw.number(), null, findings, Set.of(), new byte[0]);
        }
        form(line, findings);
        Set<String> externalIds = findings.isEmpty() ? externalIds(line) : Set.of();
        return new Read(raw.number(), line, findings, externalIds, digest(line));
    }

    /**
     * The body of a record, as the kind's own route reads it.
     *
     * @throws org.aletheia.platform.http.ProblemException where it is none
     */
    <B> B body(Read line, Class<B> type) {
        return JsonReading.convert(json, sure(sure(line.line()).record()), type);
    }

    private @Nullable BulkLine line(byte[] bytes, Findings findings) {
        try {
            BulkLine line = JsonReading.read(json, bytes, BulkLine.class);
            findings.require(line != null, "", "body-required");
            return line;
        } catch (ProblemException e) {
            e.findings().forEach(each -> findings.add(each.pointer(), each.code(), each.params()));
            return null;
        }
    }

    private static void form(BulkLine line, Findings findings) {
        findings.require(line.kind() != null, "/kind", "required");
        findings.require(line.externalId() != null, "/externalId", "required");
        findings.require(
                line.externalId() == null || ExternalId.isWellFormed(line.externalId()),
                "/externalId",
                "external-id-form");
        findings.require(line.record() != null && line.record().isObject(), "/record", "required");
    }

    private static Set<String> externalIds(BulkLine line) {
        Set<String> ids = new LinkedHashSet<>();
        ids.add(sure(line.externalId()));
        refer(line.within(), ids);
        collect(sure(line.record()), ids);
        return ids;
    }

    private static void collect(JsonNode node, Set<String> ids) {
        if (node.isTextual()) {
            refer(node.textValue(), ids);
        }
        node.forEach(child -> collect(child, ids));
    }

    /** What is formed otherwise names nothing. */
    private static void refer(@Nullable String text, Set<String> ids) {
        ExternalId.referredTo(text).filter(ExternalId::isWellFormed).ifPresent(ids::add);
    }

    private byte[] digest(BulkLine line) {
        try {
            Object record = line.record() == null ? null : json.treeToValue(line.record(), Object.class);
            return Digest.sha256(sorted.writeValueAsBytes(
                            Arrays.asList(line.kind(), line.within(), line.withinKind(), record)))
                    .bytes();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read can be written", e);
        }
    }
}
