// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Schakel.Hosts.Tests.Web.Accounts;

/// <summary>A provider as an organisation has one: OpenIddict on a port of its own, at which one person is signed in already.</summary>
internal sealed class TestProvider : IAsyncDisposable
{
    internal const string Client = "schakel", Secret = "een geheim van de proef";

    private readonly WebApplication program;

    private TestProvider(WebApplication program) => this.program = program;

    internal string Address => program.Urls.First();

    internal string Subject { get; set; } = "123";

    internal string Email { get; set; } = "bo@example.nl";

    internal bool IsVerified { get; set; } = true;

    internal bool Refuses { get; set; }

    internal static async Task<TestProvider> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        TestProvider? provider = null;
        builder.Services.AddOpenIddict().AddServer(server =>
        {
            server.EnableDegradedMode().AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
            server.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token");
            server.RegisterScopes("email");
            server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
            server.UseAspNetCore().DisableTransportSecurityRequirement();
            server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != Client)
                    context.Reject(OpenIddictConstants.Errors.InvalidClient, "Not our client.");
                return ValueTask.CompletedTask;
            }));
            server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != Client || context.ClientSecret != Secret)
                    context.Reject(OpenIddictConstants.Errors.InvalidClient, "Not our client.");
                return ValueTask.CompletedTask;
            }));
            server.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (provider!.Refuses)
                {
                    context.Reject(OpenIddictConstants.Errors.AccessDenied, "This provider does not want to.");
                    return ValueTask.CompletedTask;
                }

                var identity = new ClaimsIdentity("provider");
                identity.AddClaim(new Claim(OpenIddictConstants.Claims.Subject, provider.Subject));
                identity.AddClaim(new Claim(OpenIddictConstants.Claims.Email, provider.Email).SetDestinations(OpenIddictConstants.Destinations.IdentityToken));
                identity.AddClaim(new Claim(OpenIddictConstants.Claims.EmailVerified, provider.IsVerified ? "true" : "false", ClaimValueTypes.Boolean).SetDestinations(OpenIddictConstants.Destinations.IdentityToken));
                var principal = new ClaimsPrincipal(identity);
                principal.SetScopes(context.Request.GetScopes());
                context.SignIn(principal);
                return ValueTask.CompletedTask;
            }));
        });
        var program = builder.Build();
        program.UseAuthentication();
        provider = new TestProvider(program);
        await program.StartAsync();
        return provider;
    }

    public ValueTask DisposeAsync() => program.DisposeAsync();
}
