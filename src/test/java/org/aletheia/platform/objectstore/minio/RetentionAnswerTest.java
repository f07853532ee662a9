package org.aletheia.platform.objectstore.minio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class RetentionAnswerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2036-02-28T10:15:30Z",
                "2036-02-28T10:15:30.000Z",
                "2036-02-28T10:15:30.000000000Z",
                " 2036-02-28T10:15:30Z\n"
            })
    void readsTimesOfAnyPrecision(String time) throws Exception {
        RetentionAnswer answer = parse("""
                <?xml version="1.0"?><Retention xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
                  <Mode>COMPLIANCE</Mode><RetainUntilDate>%s</RetainUntilDate></Retention>""".formatted(time));
        assertThat(answer).isEqualTo(new RetentionAnswer("COMPLIANCE", Instant.parse("2036-02-28T10:15:30Z")));
        assertThat(answer.compliance()).isTrue();
    }

    @Test
    void governanceBindsNobodyWhoMayBypassIt() throws Exception {
        assertThat(parse("<Retention><Mode>GOVERNANCE</Mode></Retention>").compliance())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no XML",
                "<Retention><Mode>COMPLIANCE</Mode><RetainUntilDate>soon</RetainUntilDate></Retention>",
                "<Retention><Mode>COMPLIANCE</Mode>",
                "<!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><Retention><Mode>&e;</Mode></Retention>"
            })
    void refusesWhatIsNoAnswer(String body) {
        assertThatThrownBy(() -> parse(body)).isInstanceOf(XMLStreamException.class);
    }

    private static RetentionAnswer parse(String body) throws XMLStreamException {
        return RetentionAnswer.parse(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
