package org.aletheia.resilience.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.aletheia.resilience.faults.Fault.Moment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The means by which the fault table is tried, since a line that cuts nothing would let every server pass. */
@Tag("unit")
class FaultLineTest {
    private static final String KIND = "PUT /bucket/a-#?partNumber&uploadId";

    private final FaultPlan plan = new FaultPlan();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private FaultLine line;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            taken.add(new String(exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        line = new FaultLine("store", server.getAddress(), Protocol.HTTP, plan);
    }

    @AfterEach
    void close() throws IOException {
        line.close();
        server.stop(0);
    }

    @Test
    void whatIsNotArmedPassesAndIsInTheTable() throws Exception {
        assertThat(put("one")).isEqualTo(204);
        assertThat(put("two")).isEqualTo(204);
        assertThat(taken).containsExactly("one", "two");
        assertThat(plan.faults())
                .containsExactly(fault(Moment.BEFORE_IT_WAS_FORWARDED), fault(Moment.BEFORE_ITS_ANSWER));
        plan.forget();
        assertThat(plan.faults()).isEmpty();
    }

    @Test
    void whatChangesNothingIsCutBeforeItsAnswerAlone() {
        List<String> reads = List.of("GET /bucket/a-#", "select a from t", "BEGIN", "COMMIT of nothing", "connect");
        reads.forEach(kind -> plan.meets("line", kind));
        assertThat(plan.faults())
                .extracting(Fault::kind, Fault::moment)
                .containsExactlyElementsOf(reads.stream()
                        .map(kind -> tuple(kind, Moment.BEFORE_ITS_ANSWER))
                        .toList());
        plan.forget();
        List<String> changes =
                List.of("DELETE /bucket/a-#", "with b as (delete from t) select 1", "COMMIT of UPDATE t");
        changes.forEach(kind -> plan.meets("line", kind));
        assertThat(plan.faults()).hasSize(2 * changes.size());
    }

    @Test
    void beforeItWasForwardedTheServerHearsNothing() throws Exception {
        plan.arm(fault(Moment.BEFORE_IT_WAS_FORWARDED));
        assertThatThrownBy(() -> put("one")).isInstanceOf(IOException.class);
        assertThat(taken).isEmpty();
        assertThat(put("two")).isEqualTo(204);
        assertThat(plan.disarm()).isTrue();
    }

    @Test
    void beforeItsAnswerTheServerHasDoneIt() throws Exception {
        plan.arm(fault(Moment.BEFORE_ITS_ANSWER));
        assertThatThrownBy(() -> put("one")).isInstanceOf(IOException.class);
        assertThat(taken).containsExactly("one");
        assertThat(put("two")).isEqualTo(204);
        assertThat(plan.disarm()).isTrue();
    }

    @Test
    void aFaultOfAnotherKindDoesNotHappen() throws Exception {
        plan.arm(new Fault("store", "DELETE /bucket/a-#", Moment.BEFORE_ITS_ANSWER));
        assertThat(put("one")).isEqualTo(204);
        assertThat(plan.disarm()).isFalse();
        assertThat(put("two")).isEqualTo(204);
    }

    @Test
    void statementsAreNamedWithoutTheirValues() {
        assertThat(PostgresRequests.general("select  set_config('a.b', $1, true)"))
                .isEqualTo("select set_config(#, true)");
        assertThat(PostgresRequests.general("insert into t values ($1, $2), ($3,$4)"))
                .isEqualTo(PostgresRequests.general("insert into t values ($1, $2)"));
        assertThat(PostgresRequests.general("select a from t1 where b in ($1,$2,$3)"))
                .isEqualTo("select a from t1 where b in (#)");
    }

    @Test
    void aCommitIsNamedByWhatItsTransactionHasWritten() throws IOException {
        var sent = new ByteArrayOutputStream();
        sent.writeBytes(ByteBuffer.allocate(9).putInt(9).putInt(196608).array());
        for (String sql : List.of(
                "BEGIN; select a from t where b = 'x' for no key update of t",
                "insert into t values (1) on conflict (a) do update set b = 2",
                "UPDATE s.u SET a = 1",
                "delete from t",
                "COMMIT",
                "BEGIN; select 1",
                "COMMIT")) {
            byte[] text = (sql + '\0').getBytes(StandardCharsets.UTF_8);
            sent.write('Q');
            sent.writeBytes(ByteBuffer.allocate(4 + text.length)
                    .putInt(4 + text.length)
                    .put(text)
                    .array());
        }
        Protocol.Requests requests = Protocol.POSTGRES.requests(new ByteArrayInputStream(sent.toByteArray()));
        List<String> commits = new ArrayList<>();
        for (Request request = requests.next(); request != null; request = requests.next()) {
            String kind = String.valueOf(request.kind());
            if (kind.startsWith("COMMIT")) {
                commits.add(kind);
            }
        }
        assertThat(commits).containsExactly("COMMIT of insert into t, UPDATE s.u, delete from t", "COMMIT of nothing");
    }

    private static Fault fault(Moment moment) {
        return new Fault("store", KIND, moment);
    }

    private int put(String body) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + line.port() + "/bucket/a-17?uploadId=x&partNumber=1");
        HttpRequest request = HttpRequest.newBuilder(address)
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
