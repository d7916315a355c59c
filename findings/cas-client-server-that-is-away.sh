#!/usr/bin/env bash
# A CAS server that cannot be reached is no TicketValidationException.
#
# One would guess that a ticket that cannot be checked is refused by the exception that Cas30ServiceTicketValidator.validate declares,
# as a ticket that the server does not know is.
# What happens: a connection that is refused comes as a bare RuntimeException around the IOException. Spring Security's
# CasAuthenticationProvider turns TicketValidationException alone into a refusal, so that the person who signs in meets the server's own
# failure (500) in place of the page to sign in.
# Since: cas-client-core 4.0.4 (as tried), with spring-security-cas 7.0.6.
# Why we meet it: the web sample lets people of a CAS server in. Its validator turns the one into the other.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>example</groupId><artifactId>example</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.apereo.cas.client</groupId><artifactId>cas-client-core</artifactId><version>4.0.4</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath

cat >Example.java <<'JAVA'
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.apereo.cas.client.validation.Cas30ServiceTicketValidator;

class Example {
    public static void main(String[] arguments) throws Exception {
        HttpServer cas = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        cas.createContext("/p3/serviceValidate", exchange -> {
            byte[] no = ("<cas:serviceResponse xmlns:cas=\"http://www.yale.edu/tp/cas\"><cas:authenticationFailure"
                            + " code=\"INVALID_TICKET\">no</cas:authenticationFailure></cas:serviceResponse>")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, no.length);
            exchange.getResponseBody().write(no);
            exchange.close();
        });
        cas.start();
        String address = "http://127.0.0.1:" + cas.getAddress().getPort();
        System.out.println("a ticket that is not known: " + asked(address));
        cas.stop(0);
        System.out.println("a server that is away: " + asked(address));
    }

    private static String asked(String address) {
        try {
            return "let in: " + new Cas30ServiceTicketValidator(address).validate("ST-1", "http://127.0.0.1/");
        } catch (Exception refused) {
            return refused.getClass().getName();
        }
    }
}
JAVA
java -cp "$(cat classpath)" Example.java 2>/dev/null >seen
echo "cas-client-core 4.0.4"
cat seen
diff seen - <<'EXPECTED'
a ticket that is not known: org.apereo.cas.client.validation.TicketValidationException
a server that is away: java.lang.RuntimeException
EXPECTED
