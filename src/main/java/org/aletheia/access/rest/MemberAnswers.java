package org.aletheia.access.rest;

import jakarta.ws.rs.core.HttpHeaders;
import org.aletheia.access.Member;
import org.aletheia.platform.http.ETags;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** A member with the tag of their revision. */
final class MemberAnswers {
    private MemberAnswers() {}

    static RestResponse<MemberView> of(ResponseBuilder<MemberView> response, Member member) {
        return response.header(HttpHeaders.ETAG, ETags.of(member.revision()))
                .entity(MemberView.of(member))
                .build();
    }
}
