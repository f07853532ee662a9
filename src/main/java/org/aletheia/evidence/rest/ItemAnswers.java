package org.aletheia.evidence.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.aletheia.custody.format.Receipt;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.ItemReceipts;
import org.aletheia.evidence.Received;
import org.aletheia.evidence.terms.ItemConditions;
import org.aletheia.platform.http.ETags;
import org.jspecify.annotations.Nullable;

/** How items are answered. */
@ApplicationScoped
class ItemAnswers {
    private final ItemReceipts receipts;
    private final ItemConditions conditions;

    ItemAnswers(ItemReceipts receipts, ItemConditions conditions) {
        this.receipts = receipts;
        this.conditions = conditions;
    }

    /**
     * 201 for a new item, with its receipt; 200 for the item that the same bytes had become before. Who handed it in for another
     * organisation gets the receipt alone.
     */
    Response received(Received received, HttpHeaders headers) {
        ReceiptWait wait = ReceiptWait.of(headers);
        Optional<Receipt> receipt = receipts.of(received, wait.length());
        return switch (received) {
            case Received.Item own -> {
                URI address = URI.create("/api/v1/items/" + own.item().id());
                yield tagged(wait.applied(made(own, address)), own.item(), receipt, null);
            }
            case Received.ForAnother other -> {
                URI address = HandInView.address(other.handIn().id());
                yield wait.applied(made(other, address))
                        .entity(HandInView.of(other.handIn(), receipt))
                        .build();
            }
        };
    }

    private static Response.ResponseBuilder made(Received received, URI address) {
        return received.fresh() ? Response.created(address) : Response.ok().contentLocation(address);
    }

    /** 200. */
    Response found(EvidenceItem item) {
        return found(item, null);
    }

    /** 200 with how many joins hold the item, if any. */
    Response found(EvidenceItem item, @Nullable Integer joins) {
        return tagged(Response.ok(), item, Optional.empty(), joins);
    }

    private Response tagged(
            Response.ResponseBuilder answer, EvidenceItem item, Optional<Receipt> receipt, @Nullable Integer joins) {
        return answer.header(HttpHeaders.ETAG, ETags.of(item.revision()))
                .entity(ItemView.of(item, receipt, conditions.of(item.id()), joins))
                .build();
    }
}
