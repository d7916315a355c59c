package org.eportfolio.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.TestPropertySource;

/**
 * A test of what a host does with its portfolio: the portfolios over a store on the heap and the JSON modules, without the host's
 * web server, database and other configuration. Each context has a school of its own, empty until {@code setUp}.
 *
 * <pre>{@code
 * @PortfolioTest(classes = NightlyDigest.class)
 * class NightlyDigestTest {
 *   @Autowired Portfolios portfolios;
 *   @Autowired NightlyDigest digest;
 *
 *   @BeforeEach
 *   void a_class() {
 *     portfolios.call("school", portfolio -> portfolio.setUp("proviseure").cohorts().enrol("2SNO"));
 *   }
 * }
 * }</pre>
 *
 * <p>For hosts that have {@code spring-boot-test} in their tests.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ImportAutoConfiguration({PortfolioAutoConfiguration.class, PortfolioJsonAutoConfiguration.class})
@TestPropertySource(properties = "portfolio.store=memory")
public @interface PortfolioTest {
    /** What of the host the test is about; nothing else of it is started. */
    @AliasFor(annotation = SpringBootTest.class, attribute = "classes")
    Class<?>[] classes();
}
