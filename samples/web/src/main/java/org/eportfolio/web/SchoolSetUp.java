package org.eportfolio.web;

import java.nio.file.Path;
import org.eportfolio.certification.ExamUse;
import org.eportfolio.console.picture.PicturePreviews;
import org.eportfolio.console.school.PrivacyFile;
import org.eportfolio.core.ErasureFile;
import org.eportfolio.exchange.archive.LeavingPackage;
import org.eportfolio.spring.PortfolioCustomizer;
import org.eportfolio.spring.PortfolioProperties;
import org.eportfolio.web.demo.Demo;
import org.eportfolio.web.frame.FrameInterceptor;
import org.eportfolio.web.frame.Frames;
import org.eportfolio.web.look.Languages;
import org.eportfolio.web.unsent.UnsentPage;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** What this school states and wants of its portfolio, and the language of its pages. */
@Configuration(proxyBeanMethods = false)
class SchoolSetUp {
    /**
     * What the school states stands beside its file, as the console reads it; over a database beside the file that {@code
     * school.beside} names, which need not be there.
     */
    @Bean
    PortfolioCustomizer statedByTheSchool(
            PortfolioProperties properties,
            ObjectProvider<Demo> demo,
            @Value("${school.beside:#{null}}") @Nullable Path beside) {
        return (school, builder) -> {
            builder.previews(new PicturePreviews()).takeAway(new LeavingPackage());
            demo.ifAvailable(shown -> builder.clock(shown.clock()));
            Path file = beside != null ? beside : properties.path();
            if (file == null) return;
            PrivacyFile stated = PrivacyFile.read(PrivacyFile.beside(file));
            builder.privacy(stated.settings())
                    .erasures(ErasureFile.at(file.resolveSibling(file.getFileName() + ".erasures.jsonl")));
            if (stated.readingsKept() > 0) builder.readingsKept(stated.readingsKept());
            ExamUse exams = stated.exams();
            if (exams != null) builder.examUse(exams);
        };
    }

    /** The language is the browser's until one is chosen, which a cookie keeps. */
    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver languages = new CookieLocaleResolver("language");
        languages.setDefaultLocaleFunction(Languages::of);
        languages.setRejectInvalidCookies(false);
        languages.setCookieHttpOnly(true);
        return languages;
    }

    @Bean
    WebMvcConfigurer interceptors(Frames frames, UnsentPage unsent) {
        LocaleChangeInterceptor language = new LocaleChangeInterceptor();
        language.setParamName("lang");
        language.setIgnoreInvalidLocale(true);
        HandlerInterceptor around = new FrameInterceptor(frames);
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(language);
                registry.addInterceptor(around);
                registry.addInterceptor(unsent);
            }
        };
    }
}
