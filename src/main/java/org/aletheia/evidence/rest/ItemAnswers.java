package org.aletheia.evidence.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.Received;
import org.aletheia.platform.http.ETags;

/** How items are answered. */
final class ItemAnswers {
    private ItemAnswers() {}

    /** 201 for a new item, 200 for the item that the same bytes had become before. */
    static Response received(Received received) {
        URI address = URI.create("/api/v1/items/" + received.item().id());
        Response.ResponseBuilder answer =
                received.fresh() ? Response.created(address) : Response.ok().contentLocation(address);
        return tagged(answer, received.item());
    }

    /** 200. */
    static Response found(EvidenceItem item) {
        return tagged(Response.ok(), item);
    }

    private static Response tagged(Response.ResponseBuilder answer, EvidenceItem item) {
        return answer.header(HttpHeaders.ETAG, ETags.of(item.revision()))
                .entity(ItemView.of(item))
                .build();
    }
}
