// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Schakel.Workspace.Members;

namespace Schakel.Web.Accounts;

/// <summary>
/// Signing in by way of the organisation's own OpenID Connect provider, when <c>Schakel:SignIn:Authority</c>, <c>ClientId</c> and <c>ClientSecret</c> are
/// set. <c>Name</c> stands on the button, <c>Municipality</c> (a code) says whose people these are, and <c>TrustEmail</c> says that this provider gives out
/// only addresses of its own people, so that it need not say "verified". The provider says who somebody is; what they may do is ours.
/// </summary>
internal static partial class OwnProvider
{
    internal const string Scheme = "organisation";

    private const string Settings = "Schakel:SignIn:", Refused = "provider-refused";
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(15);

    /// <summary>The name on the button; null when there is no provider.</summary>
    internal static string? NameIn(IConfiguration configuration) =>
        configuration[Settings + "Authority"] is { Length: > 0 } authority ? configuration[Settings + "Name"] ?? new Uri(authority).Host : null;

    internal static void AddOwnProvider(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        if (configuration[Settings + "Authority"] is not { Length: > 0 } authority)
            return;

        builder.Services.AddAuthentication().AddOpenIdConnect(Scheme, provider =>
        {
            provider.Authority = authority;
            provider.ClientId = configuration[Settings + "ClientId"];
            provider.ClientSecret = configuration[Settings + "ClientSecret"];
            // Plain HTTP only to a provider on this very machine.
            provider.RequireHttpsMetadata = !(new Uri(authority).IsLoopback);
            provider.SignInScheme = Session.Scheme;
            provider.CallbackPath = "/aanmelden/organisatie/terug";
            provider.ResponseType = OpenIdConnectResponseType.Code;
            // The answer comes in the address: a form from another site would need cookies that travel with every other site.
            provider.ResponseMode = OpenIdConnectResponseMode.Query;
            provider.UsePkce = true;
            provider.MapInboundClaims = false;
            provider.SaveTokens = false;
            provider.Scope.Clear();
            provider.Scope.Add("openid");
            provider.Scope.Add("email");
            provider.RemoteAuthenticationTimeout = patience;
            provider.NonceCookie = new SafeCookie("schakel-nonce.", SameSiteMode.Lax) { Expiration = patience };
            provider.CorrelationCookie = new SafeCookie("schakel-antwoord.", SameSiteMode.Lax) { Expiration = patience };
            provider.Events.OnTokenValidated = Vouched;
            provider.Events.OnRemoteFailure = context =>
            {
                Failed(Log(context.HttpContext), context.Failure?.Message);
                context.Response.Redirect(SignInAddress.With(Refused));
                context.HandleResponse();
                return Task.CompletedTask;
            };
        });
    }

    internal static IResult Ask(HttpContext http, string? terug, IConfiguration configuration) => NameIn(configuration) is null
        ? TypedResults.StatusCode(StatusCodes.Status404NotFound)
        : TypedResults.Challenge(new AuthenticationProperties { RedirectUri = SignInAddress.Back(terug) }, [Scheme]);

    private static async Task Vouched(TokenValidatedContext context)
    {
        var http = context.HttpContext;
        var configuration = http.RequestServices.GetRequiredService<IConfiguration>();
        var workplace = http.RequestServices.GetRequiredService<Workplace>();
        var claims = context.Principal!;
        var email = claims.FindFirst("email_verified")?.Value is "true" or "True" || configuration.GetValue(Settings + "TrustEmail", false) ? claims.FindFirst("email")?.Value : null;
        var refusal = Refused;
        if (claims.FindFirst("sub")?.Value is { Length: > 0 } subject && (await workplace.Open(http.RequestAborted)).TryGet(out _, out _))
        {
            var code = configuration[Settings + "Municipality"];
            var tenant = workplace.Municipalities.FirstOrDefault(known => code is null ? !known.IsInvented : known.AreaCode == code)?.Id ?? Guid.Empty;
            var work = new SignInWork(workplace.Room, http.RequestServices.GetRequiredService<IPasswords>());
            var vouched = await work.Vouched(tenant, $"{context.SecurityToken.Issuer} {subject}", email, SignInEndpoints.AddressOf(http), http.RequestAborted);
            if (vouched.TryGet(out var signedIn, out var reason))
            {
                // From here on this is one of our own sessions, which knows nothing of the provider.
                context.Principal = Session.Of(signedIn.Member, signedIn.Stamp, isStrong: true);
                return;
            }

            refusal = reason.Code;
        }

        context.Response.Redirect(SignInAddress.With(refusal));
        context.HandleResponse();
    }

    private static ILogger Log(HttpContext http) => http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(OwnProvider).FullName!);

    [LoggerMessage(LogLevel.Warning, "The provider of the organisation refused: {Why}")]
    private static partial void Failed(ILogger log, string? why);
}
