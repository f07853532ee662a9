package org.aletheia.local.analysis;

import java.io.IOException;
import java.util.List;
import org.elasticsearch.Build;
import org.elasticsearch.action.admin.cluster.state.ClusterStateRequest;
import org.elasticsearch.action.admin.cluster.state.ClusterStateResponse;
import org.elasticsearch.client.internal.node.NodeClient;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.core.TimeValue;
import org.elasticsearch.index.IndexVersion;
import org.elasticsearch.node.Node;
import org.elasticsearch.rest.BaseRestHandler;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.rest.RestResponse;
import org.elasticsearch.rest.RestStatus;
import org.elasticsearch.rest.action.RestBuilderListener;
import org.elasticsearch.xcontent.XContentBuilder;

/** {@code GET /}, which clients ask for the version: the official rest-root module is not on Maven Central either. */
final class RootHandler extends BaseRestHandler {

    private final String nodeName;

    RootHandler(Settings settings) {
        nodeName = Node.NODE_NAME_SETTING.get(settings);
    }

    @Override
    public String getName() {
        return "aletheia_root";
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(RestRequest.Method.GET, "/"), new Route(RestRequest.Method.HEAD, "/"));
    }

    @Override
    protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client) {
        ClusterStateRequest state =
                new ClusterStateRequest(TimeValue.timeValueSeconds(30)).clear().metadata(true);
        return channel -> client.admin().cluster().state(state, new RestBuilderListener<ClusterStateResponse>(channel) {
            @Override
            public RestResponse buildResponse(ClusterStateResponse response, XContentBuilder json) throws IOException {
                write(response, json);
                return new RestResponse(RestStatus.OK, json);
            }
        });
    }

    private void write(ClusterStateResponse response, XContentBuilder json) throws IOException {
        json.startObject()
                .field("name", nodeName)
                .field("cluster_name", response.getClusterName().value())
                .field("cluster_uuid", response.getState().metadata().clusterUUID());
        writeVersion(Build.current(), json);
        json.field("tagline", "You Know, for Search").endObject();
    }

    private static void writeVersion(Build build, XContentBuilder json) throws IOException {
        json.startObject("version")
                .field("number", build.version())
                .field("build_flavor", "default")
                .field("build_type", "unknown")
                .field("build_hash", build.hash())
                .field("build_date", build.date())
                .field("build_snapshot", build.isSnapshot())
                .field("lucene_version", IndexVersion.current().luceneVersion().toString())
                .field("minimum_wire_compatibility_version", build.minWireCompatVersion())
                .field("minimum_index_compatibility_version", build.minIndexCompatVersion())
                .endObject();
    }
}
