package org.aletheia.codelists.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.aletheia.codelists.CodeList;
import org.aletheia.codelists.CodeLists;
import org.aletheia.codelists.LabelChoice;
import org.aletheia.platform.http.ETags;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The lists that records may use, with versions and labels; the same for every caller. */
@Path("/api/v1/code-lists")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CodeListResource {
    private final CodeLists lists;

    CodeListResource(CodeLists lists) {
        this.lists = lists;
    }

    /** Every list, without its rows. */
    @GET
    public List<CodeListSummary> list() {
        return lists.all().stream().map(CodeListSummary::of).toList();
    }

    /** One list with its rows and all labels; with {@code on} those rows that hold on that day. */
    @GET
    @Path("/{id}")
    public RestResponse<CodeList> get(String id, @QueryParam("on") @Nullable String on) {
        LocalDate day = day(on);
        CodeList list = find(id);
        return ResponseBuilder.ok(day == null ? list : list.on(day))
                .header(HttpHeaders.ETAG, ETags.of(list.revision()))
                .build();
    }

    /** One list as a tree, with labels in the language that the caller prefers. */
    @GET
    @Path("/{id}/tree")
    public RestResponse<CodeListTree> tree(
            String id,
            @QueryParam("on") @Nullable String on,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        LocalDate day = day(on);
        return ResponseBuilder.ok(CodeListTree.of(find(id), day, LabelChoice.of(acceptLanguage)))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    private CodeList find(String id) {
        return lists.find(id).orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
    }

    private static @Nullable LocalDate day(@Nullable String on) {
        try {
            return on == null ? null : LocalDate.parse(on);
        } catch (DateTimeException e) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, Map.of(), List.of(new Finding("?on", "day-form")));
        }
    }
}
