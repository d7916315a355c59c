package org.eportfolio.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The frameworks of the school under the paths of CASE 1.1. */
class CasePagesTest {
    private static final String PATH = "/ims/case/v1p1";

    @Test
    void a_teacher_s_program_lists_documents_and_fetches_a_package() {
        Browser teacher = Served.as("m.durand");
        Browser list = teacher.get(PATH + "/CFDocuments?limit=1&sort=title");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.header("X-Total-Count")).isNotBlank();
        assertThat(list.header("Content-Type")).startsWith("application/json");
        Matcher uri = Pattern.compile("\"uri\":\"[^\"]*(" + PATH + "/CFPackages/[0-9a-f-]+)\"")
                .matcher(list.page());
        assertThat(uri.find()).as(list.page()).isTrue();
        Browser whole = teacher.get(uri.group(1));
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.page()).contains("\"CFItems\":[{");
        assertThat(teacher.get(PATH + "/CFItems/none").status()).isEqualTo(404);
    }

    @Test
    void a_stranger_is_sent_to_the_login() {
        assertThat(Served.stranger().get(PATH + "/CFDocuments").page()).doesNotContain("CFDocuments\":[");
    }
}
