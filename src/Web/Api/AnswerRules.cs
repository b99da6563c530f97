// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Web.Atlas;

namespace Schakel.Web.Api;

/// <summary>What every answer for programs keeps to: any site may read it, and what has not changed is not sent again.</summary>
internal static class AnswerRules
{
    /// <summary>Name of the policy that lets pages of other sites read: nothing here is secret, and nothing depends on who asks.</summary>
    internal const string AnySite = "any-site";

    internal static void AddAnswerRules(this IServiceCollection services) => services.AddCors(cors => cors.AddPolicy(AnySite, policy => policy
        .AllowAnyOrigin().WithMethods("GET", "HEAD").WithHeaders("Accept", "If-None-Match").WithExposedHeaders("API-Version", "Content-Crs", "ETag", "Link", "Retry-After").SetPreflightMaxAge(TimeSpan.FromHours(1))));

    internal static TBuilder ReadByAnySite<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.RequireCors(AnySite);

    /// <summary>Says the whole version of the API, of which the address holds the first number.</summary>
    internal static TBuilder SayVersion<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.AddEndpointFilter((invocation, next) =>
        {
            invocation.HttpContext.Response.Headers["API-Version"] = ApiDescription.Version;
            return next(invocation);
        });

    /// <summary>
    /// An answer depends on nothing but the state of the catalogue, the address, the form that was asked and this program: their hash is its mark.
    /// Who has that mark already is told so before anything is computed.
    /// </summary>
    internal static TBuilder SameAnswerOnce<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.AddEndpointFilter(async (invocation, next) =>
        {
            var (request, response) = (invocation.HttpContext.Request, invocation.HttpContext.Response);
            if (!request.HttpContext.RequestServices.GetRequiredService<CurrentGround>().Ask().TryGet(out var ground, out _))
                return await next(invocation);

            var mark = Mark.Of(
                isWeak: true, ground.Fingerprint, $"{request.Scheme}://{request.Host}{request.PathBase}{request.Path}{request.QueryString}", request.Headers.Accept, request.Headers.AcceptLanguage);
            if (Mark.IsKnown(request, mark))
            {
                Mark.Put(response, mark);
                return Mark.Unchanged();
            }

            var answer = await next(invocation);
            // A refusal may be different the next time: the server may be less busy. So may a promise.
            if (answer is not (ProblemHttpResult or INestedHttpResult { Result: ProblemHttpResult or IStatusCodeHttpResult { StatusCode: StatusCodes.Status202Accepted } }))
                Mark.Put(response, mark);
            return answer;
        });
}
