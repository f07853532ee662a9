package org.aletheia.evidence.metadata;

import java.util.Objects;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/** Reads how material was acquired and who held it before receipt. */
final class CustodyReader {
    private static final int NAME = 200;
    private static final int NOTE = 2000;

    private final Codes codes;

    CustodyReader(Codes codes) {
        this.codes = codes;
    }

    @Nullable
    Acquisition acquisition(JsonFields fields) {
        String method = fields.requiredCode("method", "acquisition-method", codes);
        JsonFields toolFields = fields.object("tool");
        Acquisition.Tool tool = toolFields == null ? null : tool(toolFields);
        String operator = fields.value("operator", codes::who);
        String authority = fields.text("authority", NOTE);
        UncertainDate at = fields.value("at", UncertainDate::parse);
        return method == null ? null : new Acquisition(method, tool, operator, authority, at);
    }

    @Nullable
    PriorHolder holder(JsonFields fields) {
        String role = fields.requiredCode("role", Codes.ROLES, codes);
        String organisation = fields.text("organisation", NAME);
        UncertainDate from = fields.value("from", UncertainDate::parse);
        UncertainDate to = fields.value("to", UncertainDate::parse);
        String handover = fields.code("handover", "handover", codes);
        fields.end();
        return role == null ? null : new PriorHolder(role, organisation, from, to, handover);
    }

    @Nullable
    CustodyGap gap(JsonFields fields) {
        UncertainDate period = fields.requiredValue("period", UncertainDate::parse);
        String reason = fields.requiredCode("reason", "custody-gap-reason", codes);
        String risk = Objects.requireNonNullElse(fields.code("risk", "custody-risk", codes), CustodyGap.NOT_ASSESSED);
        String note = fields.text("note", NOTE);
        fields.end();
        return period == null || reason == null ? null : new CustodyGap(period, reason, risk, note);
    }

    private static Acquisition.@Nullable Tool tool(JsonFields fields) {
        String name = fields.requiredText("name", NAME);
        String version = fields.text("version", NAME);
        fields.end();
        return name == null ? null : new Acquisition.Tool(name, version);
    }
}
