package org.aletheia.evidence.handling.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.custody.JournalRef;
import org.aletheia.custody.Receipts;
import org.aletheia.evidence.handling.Holds;
import org.aletheia.evidence.handling.Transfer;
import org.aletheia.evidence.handling.Transfers;
import org.aletheia.evidence.rest.ReceiptWait;

/** How steps in a chain of custody are answered: each with its receipt. */
@ApplicationScoped
class StepAnswers {
    private final Receipts receipts;

    StepAnswers(Receipts receipts) {
        this.receipts = receipts;
    }

    /** 201 for a new step, 200 for one that the same request had made before. */
    Response.ResponseBuilder answer(URI address, Optional<JournalRef> step, HttpHeaders headers) {
        Response.ResponseBuilder answer =
                step.isPresent() ? Response.created(address) : Response.ok().contentLocation(address);
        return ReceiptWait.of(headers).applied(answer);
    }

    /** A transfer with the receipt of the step that was taken. */
    Response transfer(Transfers.Step taken, HttpHeaders headers) {
        Transfer transfer = taken.transfer();
        StepView step = taken.step()
                .map(ref -> view(ref.eventId(), taken.step(), headers))
                .orElse(null);
        return answer(URI.create("/api/v1/transfers/" + transfer.id()), taken.step(), headers)
                .entity(TransferView.of(transfer, step))
                .build();
    }

    /** A legal hold, likewise. */
    HoldView hold(Holds.Step taken, HttpHeaders headers) {
        StepView step = taken.step()
                .map(ref -> view(ref.eventId(), taken.step(), headers))
                .orElse(null);
        return HoldView.of(taken.hold(), step);
    }

    /** To be called when the step's transaction is over: it may wait for the proof. */
    StepView view(UUID event, Optional<JournalRef> step, HttpHeaders headers) {
        String href = "/api/v1/events/" + event + "/receipt";
        ReceiptWait wait = ReceiptWait.of(headers);
        return step.map(ref -> new StepView(
                        event,
                        ref.time(),
                        ref.entry().toString(),
                        href,
                        (wait.length().isZero()
                                        ? receipts.promised(ref.disclosed(), ref.time())
                                        : receipts.of(event, ref.disclosed(), ref.time(), wait.length()))
                                .json()))
                .orElseGet(() -> new StepView(event, null, null, href, null));
    }
}
