package org.aletheia.evidence.record;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.aletheia.platform.http.ETags;

/** How records are answered over HTTP. */
public final class RecordAnswers {
    private RecordAnswers() {}

    /** 201 with the address, the entity tag and the record. */
    public static Response created(String collection, RecordVersion<?> version) {
        return created(collection, version, Map.of());
    }

    /** 201 with remarks. */
    public static Response created(String collection, RecordVersion<?> version, Map<String, Object> remarks) {
        URI address = URI.create("/api/v1/" + collection + "/" + version.id());
        return answer(Response.created(address), version, remarks);
    }

    /** 200 with the entity tag and the record. */
    public static Response found(RecordVersion<?> version) {
        return found(version, Map.of());
    }

    /** 200 with remarks. */
    public static Response found(RecordVersion<?> version, Map<String, Object> remarks) {
        return answer(Response.ok(), version, remarks);
    }

    private static Response answer(
            Response.ResponseBuilder response, RecordVersion<?> version, Map<String, Object> remarks) {
        return response.header(HttpHeaders.ETAG, ETags.of(version.revision()))
                .entity(RecordView.of(version, remarks))
                .build();
    }
}
