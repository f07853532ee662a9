package org.aletheia.codelists.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.aletheia.codelists.CodeList;
import org.aletheia.codelists.CodeLists;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;

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

    /** One list with its rows. */
    @GET
    @Path("/{id}")
    public CodeList get(String id) {
        return lists.find(id).orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
    }
}
