package org.aletheia.evidence.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class AttachmentNameTest {
    @Test
    void keepsPlainNames() {
        assertThat(AttachmentName.contentDisposition("report-1.pdf"))
                .isEqualTo("attachment; filename=\"report-1.pdf\"; filename*=UTF-8''report-1.pdf");
    }

    @Test
    void encodesOtherScripts() {
        assertThat(AttachmentName.contentDisposition("شهادة.txt"))
                .isEqualTo("attachment; filename=\"_____.txt\"; filename*=UTF-8''%D8%B4%D9%87%D8%A7%D8%AF%D8%A9.txt");
        assertThat(AttachmentName.contentDisposition("证据 1.jpg"))
                .isEqualTo("attachment; filename=\"__ 1.jpg\"; filename*=UTF-8''%E8%AF%81%E6%8D%AE%201.jpg");
    }

    @Test
    void cannotBeBrokenOutOf() {
        assertThat(AttachmentName.contentDisposition("a\"; filename=\"evil.html\r\nSet-Cookie: x"))
                .isEqualTo("attachment; filename=\"a_; filename=_evil.htmlSet-Cookie: x\";"
                        + " filename*=UTF-8''a%22%3B%20filename%3D%22evil.htmlSet-Cookie%3A%20x");
    }

    @Test
    void cutsDirectoriesOff() {
        assertThat(AttachmentName.contentDisposition("../../etc/passwd")).contains("filename=\"passwd\"");
        assertThat(AttachmentName.contentDisposition("C:\\Users\\x\\photo.jpg")).contains("filename=\"photo.jpg\"");
    }

    @Test
    void namesWhatHasNoName() {
        assertThat(AttachmentName.contentDisposition("..")).contains("filename=\"file\"");
        assertThat(AttachmentName.contentDisposition("dir/")).contains("filename=\"file\"");
    }

    @Test
    void dropsCharactersThatTurnTheNameRound() {
        assertThat(AttachmentName.contentDisposition("photo\u202Egpj.exe")).contains("filename=\"photogpj.exe\"");
    }
}
