// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
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

            var mark = new EntityTagHeaderValue($"\"{Hash(ground.Fingerprint, request)}\"", isWeak: true);
            if (request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(mark, useStrongComparison: false) || known == EntityTagHeaderValue.Any))
            {
                Mark(response, mark);
                return TypedResults.StatusCode(StatusCodes.Status304NotModified);
            }

            var answer = await next(invocation);
            // A refusal may be different the next time: the server may be less busy.
            if (answer is not (ProblemHttpResult or INestedHttpResult { Result: ProblemHttpResult }))
                Mark(response, mark);
            return answer;
        });

    private static void Mark(HttpResponse response, EntityTagHeaderValue mark)
    {
        response.GetTypedHeaders().ETag = mark;
        response.Headers.CacheControl = "no-cache";
    }

    private static string Hash(string fingerprint, HttpRequest request) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{ProgramVersion.Text}\n{fingerprint}\n{request.Scheme}://{request.Host}{request.PathBase}{request.Path}{request.QueryString}\n{request.Headers.Accept}\n{request.Headers.AcceptLanguage}")))[..32];
}
