package org.aletheia.access.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import org.aletheia.access.Member;
import org.aletheia.access.MemberOutcome;
import org.aletheia.access.approval.rest.ApprovalView;
import org.aletheia.platform.http.ETags;

/** A member with the tag of their revision, or the request that waits for another's decision. */
@ApplicationScoped
class MemberAnswers {
    private final Clock clock;

    MemberAnswers(Clock clock) {
        this.clock = clock;
    }

    Response created(MemberOutcome outcome) {
        return switch (outcome) {
            case MemberOutcome.Done done ->
                found(
                        Response.created(
                                URI.create("/api/v1/members/" + done.member().id())),
                        done.member());
            case MemberOutcome.Asked asked -> ApprovalView.accepted(asked.approval(), clock.instant());
        };
    }

    Response changed(MemberOutcome outcome) {
        return switch (outcome) {
            case MemberOutcome.Done done -> found(Response.ok(), done.member());
            case MemberOutcome.Asked asked -> ApprovalView.accepted(asked.approval(), clock.instant());
        };
    }

    static Response found(Response.ResponseBuilder response, Member member) {
        return response.header(HttpHeaders.ETAG, ETags.of(member.revision()))
                .entity(MemberView.of(member))
                .build();
    }
}
