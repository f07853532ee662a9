package org.aletheia.local.stack.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aletheia.local.stack.Ports;

/** Writes {@code ceph.conf} anew at each start, so that moved ports or a moved data folder are followed. */
record CephConfiguration(Path folder, Ports ports, String fsid) {

    void write() throws IOException {
        for (String part : new String[] {"mon", "osd", "rgw", "run"}) {
            Files.createDirectories(folder.resolve(part));
        }
        Path keyring = folder.resolve("keyring");
        if (!Files.exists(keyring)) {
            Files.createFile(keyring);
        }
        Files.writeString(folder.resolve("ceph.conf"), text());
    }

    private String text() throws IOException {
        try (InputStream template = CephConfiguration.class.getResourceAsStream("ceph.conf")) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${folder}", folder.toString())
                    .replace("${fsid}", fsid)
                    .replace("${monitor-port}", Integer.toString(ports.cephMonitor()))
                    .replace("${first-daemon-port}", Integer.toString(ports.cephDaemons()))
                    .replace("${last-daemon-port}", Integer.toString(ports.cephDaemons() + Ports.CEPH_DAEMONS))
                    .replace("${s3-port}", Integer.toString(ports.s3()));
        }
    }
}
