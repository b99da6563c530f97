// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Schakel.Web.Accounts;
using Schakel.Workspace.Members;

namespace Schakel.Web.Security;

/// <summary>Marks an endpoint that anyone who reaches this server may read. Without a mark nobody may: the rule is deny by default.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OpenToAllAttribute : Attribute, IAllowAnonymous;

/// <summary>Marks an endpoint for who may do this, by the table in <see cref="Permissions"/>. How somebody stands to an item is asked by the use case.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute : AuthorizeAttribute
{
    public NeedsAttribute(WorkAction action)
    {
        Action = action;
        Policy = Access.PolicyOf(action);
    }

    public WorkAction Action { get; }
}

internal static class Access
{
    internal static TBuilder OpenToAll<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new OpenToAllAttribute());

    internal static TBuilder Needs<TBuilder>(this TBuilder endpoint, WorkAction action)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new NeedsAttribute(action));

    /// <summary>For everybody who is signed in, whatever they may do.</summary>
    internal static TBuilder NeedsAccount<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.RequireAuthorization();

    internal static string PolicyOf(WorkAction action) => string.Create(CultureInfo.InvariantCulture, $"may:{action}");

    /// <summary>One policy for every action of the table; what has no mark is closed to everybody.</summary>
    internal static void DenyByDefault(this IServiceCollection services)
    {
        var policies = services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        foreach (var action in Enum.GetValues<WorkAction>())
            policies.AddPolicy(PolicyOf(action), policy => policy.AddRequirements(new MayRequirement(action)));
        services.AddScoped<IAuthorizationHandler, MayHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, Refusal>();
    }

    private sealed record MayRequirement(WorkAction Action) : IAuthorizationRequirement;

    private sealed class MayHandler(CurrentUser user) : AuthorizationHandler<MayRequirement>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, MayRequirement requirement)
        {
            if (user.May(requirement.Action))
                context.Succeed(requirement);
            return Task.CompletedTask;
        }
    }

    /// <summary>Who is not signed in and reads a page is shown where to; a program and a form get 401; who may not gets 403.</summary>
    private sealed class Refusal(Workplace workplace) : IAuthorizationMiddlewareResultHandler
    {
        public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
        {
            if (authorizeResult.Succeeded)
                return next(context);

            // A page that asks for more than a visitor's rights: a policy of ours fails as "forbidden" for visitors too.
            var isVisitor = context.User.Identity?.IsAuthenticated != true;
            if (isVisitor && workplace.Exists && HttpMethods.IsGet(context.Request.Method) && !context.Request.Path.StartsWithSegments("/api"))
                context.Response.Redirect(SignInAddress.For(context.Request));
            else if (!isVisitor && !context.Request.Path.StartsWithSegments("/api") && HttpMethods.IsGet(context.Request.Method) && context.RequestServices.GetRequiredService<CurrentUser>().LacksPasskey)
                context.Response.Redirect(context.Request.Query["taal"] == "en" ? "/mijn-account?taal=en" : "/mijn-account");
            else
            {
                context.Response.StatusCode = isVisitor && workplace.Exists ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden;
                if (context.Response.StatusCode == StatusCodes.Status401Unauthorized)
                    context.Response.Headers.WWWAuthenticate = "Bearer";
            }

            return Task.CompletedTask;
        }
    }
}
