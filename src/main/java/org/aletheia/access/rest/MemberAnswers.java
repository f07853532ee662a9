package org.aletheia.access.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.aletheia.access.Member;
import org.aletheia.platform.http.ETags;

/** A member with the tag of their revision. */
final class MemberAnswers {
    private MemberAnswers() {}

    static Response of(Response.ResponseBuilder response, Member member) {
        return response.header(HttpHeaders.ETAG, ETags.of(member.revision()))
                .entity(MemberView.of(member))
                .build();
    }
}
