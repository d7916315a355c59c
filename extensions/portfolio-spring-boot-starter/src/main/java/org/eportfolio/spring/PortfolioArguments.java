package org.eportfolio.spring;

import org.eportfolio.core.Desk;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Portfolios;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** The request's desk, or its school's portfolio, as an argument of a controller. */
final class PortfolioArguments implements HandlerMethodArgumentResolver {
    private final ObjectProvider<Portfolios.Use> uses;
    private final ObjectProvider<Desk> desks;

    PortfolioArguments(ObjectProvider<Portfolios.Use> uses, ObjectProvider<Desk> desks) {
        this.uses = uses;
        this.desks = desks;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Desk.class || parameter.getParameterType() == Portfolio.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (parameter.getParameterType() == Desk.class) return desks.getObject();
        return uses.getObject().portfolio();
    }
}
